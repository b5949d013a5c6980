//! A place in a tree of values. The tree is shared, so that a large one is never copied, and every place knows its way
//! from the root.

use serde_json::Value;
use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

/// So many parts of one object or list are listed at a time; more of them are offered as ranges.
pub const PAGE: usize = 100;

/// One step down.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Place(usize),
}

/// A value within a shared one.
#[derive(Clone, Debug)]
pub struct Node {
    root: Arc<Value>,
    /// What the root is called, as a path; may be empty.
    name: Arc<str>,
    steps: Vec<Step>,
}

impl Node {
    /// The root of a tree, with the path under which it is known, such as `contexts.trace`.
    pub fn root(name: &str, value: Arc<Value>) -> Self {
        Self {
            root: value,
            name: name.into(),
            steps: Vec::new(),
        }
    }

    /// The value at this place.
    pub fn value(&self) -> &Value {
        // Every step was taken from the tree itself, which does not change.
        self.steps.iter().fold(&*self.root, |value, step| {
            match step {
                Step::Key(key) => value.get(key),
                Step::Place(place) => value.get(place),
            }
            .unwrap_or(&Value::Null)
        })
    }

    /// How deep below the root it is.
    pub fn depth(&self) -> usize {
        self.steps.len()
    }

    /// How many parts it has.
    pub fn len(&self) -> usize {
        match self.value() {
            Value::Array(items) => items.len(),
            Value::Object(map) => map.len(),
            _ => 0,
        }
    }

    /// Whether it has no parts.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Some of its parts, each with its key or place.
    pub fn parts(&self, places: Range<usize>) -> Vec<(String, Self)> {
        let count = places.len();
        match self.value() {
            Value::Array(items) => places
                .filter(|place| *place < items.len())
                .map(|place| (place.to_string(), self.below(Step::Place(place))))
                .collect(),
            Value::Object(map) => map
                .keys()
                .skip(places.start)
                .take(count)
                .map(|key| (key.clone(), self.below(Step::Key(key.clone()))))
                .collect(),
            _ => Vec::new(),
        }
    }

    fn below(&self, step: Step) -> Self {
        let mut steps = Vec::with_capacity(self.steps.len() + 1);
        steps.extend_from_slice(&self.steps);
        steps.push(step);
        Self {
            root: Arc::clone(&self.root),
            name: Arc::clone(&self.name),
            steps,
        }
    }

    /// The way to it: `contexts.trace.data["a b"][3]`.
    pub fn path(&self) -> String {
        let mut path = self.name.to_string();
        for step in &self.steps {
            match step {
                Step::Key(key) => push_key(&mut path, key),
                // Writing to a string cannot fail.
                Step::Place(place) => {
                    let _ = write!(path, "[{place}]");
                }
            }
        }
        path
    }

    /// The value as text to take away: a text as it is, everything else as JSON.
    pub fn text(&self) -> String {
        match self.value() {
            Value::String(text) => text.clone(),
            value => serde_json::to_string_pretty(value).unwrap_or_default(),
        }
    }

    /// How many values are below it; counted to this many.
    pub fn count_below(&self, most: usize) -> usize {
        let mut count = 0;
        let mut open = vec![self.value()];
        while let Some(value) = open.pop() {
            match value {
                Value::Array(items) => {
                    count += items.len();
                    open.extend(items.iter().take(most).filter(|item| is_branch(item)));
                }
                Value::Object(map) => {
                    count += map.len();
                    open.extend(map.values().take(most).filter(|item| is_branch(item)));
                }
                _ => {}
            }
            if count >= most {
                return most;
            }
        }
        count
    }
}

fn is_branch(value: &Value) -> bool {
    value.is_array() || value.is_object()
}

/// A key at the end of a path: `.name`, or `["a b"]` where it is no plain word.
pub fn push_key(path: &mut String, key: &str) {
    let mut chars = key.chars();
    let is_word = chars
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || matches!(first, '_' | '$'))
        && chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$'));
    if !is_word {
        let _ = write!(path, "[{}]", Value::from(key));
    } else {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(key);
    }
}

/// These places in pieces of at most [`PAGE`]; pieces of pieces when there are more than [`PAGE`] of them.
pub fn ranges(places: Range<usize>) -> Vec<Range<usize>> {
    let mut size = PAGE;
    while places.len().div_ceil(size) > PAGE {
        size *= PAGE;
    }
    let end = places.end;
    places.step_by(size).map(|start| start..end.min(start + size)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Node, PAGE, push_key, ranges};
    use crate::testing::texts;
    use serde_json::{Value, json};
    use std::sync::Arc;

    fn node(name: &str, value: Value) -> Node {
        Node::root(name, Arc::new(value))
    }

    #[test]
    fn a_node_knows_its_way() {
        let root = node("contexts.trace", json!({"data": {"a b": [0, 1, 2, {"x": null}]}}));
        let at = |node: &Node, place: usize| node.parts(place..place + 1).remove(0).1;
        let list = at(&at(&root, 0), 0);
        let last = at(&list, 3);
        assert_eq!(last.path(), r#"contexts.trace.data["a b"][3]"#);
        assert_eq!(
            (last.depth(), last.len(), last.text()),
            (3, 1, "{\n  \"x\": null\n}".to_owned())
        );
        assert_eq!(node("", json!({"a": 1})).parts(0..9)[0].1.path(), "a");
        assert!(node("", json!("text")).parts(0..9).is_empty());
        assert_eq!(root.count_below(100), 7);
        assert_eq!(root.count_below(3), 3);
    }

    #[test]
    fn a_key_is_read_back_from_a_path() {
        for key in texts(2_000) {
            let mut path = String::new();
            push_key(&mut path, &key);
            let read = match path.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                Some(quoted) => serde_json::from_str(quoted).expect("JSON"),
                None => path.clone(),
            };
            assert_eq!(read, key, "{path}");
        }
    }

    #[test]
    fn many_parts_come_in_ranges() {
        assert_eq!(ranges(100..250), [100..200, 200..250]);
        assert!(ranges(5..5).is_empty());
        let wide = ranges(0..1_000_000);
        assert_eq!(
            (wide.len(), wide[0].clone(), wide[99].end),
            (PAGE, 0..10_000, 1_000_000)
        );
        let covered: usize = ranges(7..12_345).iter().map(ExactSizeIterator::len).sum();
        assert_eq!(covered, 12_338);
    }

    #[test]
    fn deep_trees_are_walked() {
        let mut value = json!(1);
        for _ in 0..120 {
            value = json!([value]);
        }
        let mut node = node("deep", value);
        while let Some((_, below)) = node.parts(0..1).pop() {
            node = below;
        }
        assert_eq!((node.depth(), node.value()), (120, &json!(1)));
        assert!(node.path().ends_with("[0][0]"));
    }
}
