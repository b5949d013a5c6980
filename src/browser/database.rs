//! A table of bytes by their names, kept in the browser's own database (IndexedDB): for what is too long for storage.
//! It can be switched off, full, or missing as in some private windows: then nothing is kept, and nothing breaks.
//!
//! A connection lasts as long as one look, so that none is in the way when a table is forgotten.

use super::dom::window;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

/// The table with the checks of monitors, by server, organization, monitor and person.
pub const CHECKS: &str = "glint.checks";

/// The only store of each database.
const STORE: &str = "bytes";

/// The bytes that are kept under a key. None when there are none, and when the browser keeps nothing.
pub async fn read(table: &str, key: &str) -> Option<Vec<u8>> {
    let open = Open::new(table, IdbTransactionMode::Readonly).await?;
    let found = answer(&open.store.get(&key.into()).ok()?).await?;
    found.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}

/// Keeps bytes under a key; false where the browser does not, as when it is full.
pub async fn write(table: &str, key: &str, bytes: &[u8]) -> bool {
    let Some(open) = Open::new(table, IdbTransactionMode::Readwrite).await else {
        return false;
    };
    let bytes = Uint8Array::from(bytes);
    open.store.put_with_key(&bytes, &key.into()).is_ok() && open.is_done().await
}

/// Forgets all of a table. What is being written at this moment goes as well.
pub fn forget(table: &str) {
    if let Some(factory) = factory() {
        let _ = factory.delete_database(table);
    }
}

/// One look into a table.
struct Open {
    database: IdbDatabase,
    transaction: IdbTransaction,
    store: IdbObjectStore,
}

impl Open {
    async fn new(table: &str, mode: IdbTransactionMode) -> Option<Self> {
        let request = factory()?.open(table).ok()?;
        let make = Closure::once(make_store);
        request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        // The closure has to be there until the answer is.
        let database: IdbDatabase = answer(&request).await?.dyn_into().ok()?;
        let transaction = database.transaction_with_str_and_mode(STORE, mode);
        let opened = transaction.and_then(|transaction| {
            let store = transaction.object_store(STORE)?;
            Ok((transaction, store))
        });
        match opened {
            Ok((transaction, store)) => Some(Self {
                database,
                transaction,
                store,
            }),
            Err(_) => {
                database.close();
                None
            }
        }
    }

    /// Waits until all is written; false when it was not.
    async fn is_done(&self) -> bool {
        let transaction = &self.transaction;
        let promise = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
            transaction.set_onerror(Some(&reject));
        });
        JsFuture::from(promise).await.is_ok()
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        // It waits for what is under way.
        self.database.close();
    }
}

/// Makes the store of a database that is new.
fn make_store(event: web_sys::Event) {
    let request = event
        .target()
        .and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok());
    let database = request
        .and_then(|request| request.result().ok())
        .and_then(|result| result.dyn_into::<IdbDatabase>().ok());
    if let Some(database) = database {
        let _ = database.create_object_store(STORE);
    }
}

/// What a request gives; None when it fails.
async fn answer(request: &IdbRequest) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await.ok()?;
    request.result().ok()
}

/// Asking for it throws where it is forbidden.
fn factory() -> Option<IdbFactory> {
    window().indexed_db().ok()?
}
