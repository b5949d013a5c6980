//! Hand-made cases; what must hold for every record stands in `properties`.

mod figures;
mod given;
mod kept;
mod ledger;
mod months;
mod properties;
mod texts;
