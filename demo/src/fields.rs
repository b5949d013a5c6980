//! Reads the fields of a JSON body and notes what does not fit, in the words of the server's own reader.

use crate::call::{Call, invalid};
use crate::http::Response;
use serde_json::{Map, Value, json};

/// The fields of an object, and what was wrong with them so far.
#[derive(Debug)]
pub struct Fields {
    object: Map<String, Value>,
    place: Vec<Value>,
    problems: Vec<Value>,
}

impl Fields {
    /// The fields of the body.
    pub fn of_body(call: &Call<'_>) -> Result<Self, Response> {
        let body: Value = call.body()?;
        Self::of(body, vec![json!("body"), json!("payload")]).map_err(|problem| invalid(json!([problem])))
    }

    /// The fields of an object at a place of the body; what is wrong with anything else.
    pub fn of(value: Value, place: Vec<Value>) -> Result<Self, Value> {
        match value {
            Value::Object(object) => Ok(Self {
                object,
                place,
                problems: Vec::new(),
            }),
            _ => {
                let message = "Input should be a valid dictionary or object to extract fields from";
                Err(json!({"type": "model_attributes_type", "loc": place, "msg": message}))
            }
        }
    }

    /// A field as it is; None when it is absent or null.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.object.get(name).filter(|value| !value.is_null())
    }

    /// Whether a field is there, null or not.
    pub fn has(&self, name: &str) -> bool {
        self.object.contains_key(name)
    }

    /// Whether anything was wrong so far.
    pub fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Notes that a field must be there, null or not.
    pub fn require(&mut self, name: &str) {
        if !self.object.contains_key(name) {
            self.note(name, "missing", "Field required", None);
        }
    }

    /// A text of at most so many characters.
    pub fn text(&mut self, name: &str, at_most: usize) -> Option<String> {
        match self.value(name)? {
            Value::String(text) if text.chars().count() <= at_most => Some(text.clone()),
            Value::String(_) => {
                let message = format!("String should have at most {at_most} characters");
                self.note(name, "string_too_long", &message, Some(json!({"max_length": at_most})));
                None
            }
            _ => self.refuse(name, "string_type", "Input should be a valid string"),
        }
    }

    /// A text that must be there and not null.
    pub fn required_text(&mut self, name: &str, at_most: usize) -> Option<String> {
        self.require(name);
        if self.object.get(name).is_some_and(Value::is_null) {
            return self.refuse(name, "string_type", "Input should be a valid string");
        }
        self.text(name, at_most)
    }

    /// A whole number; a text with one in it counts.
    pub fn number(&mut self, name: &str) -> Option<i64> {
        let value = self.value(name)?;
        if let Some(text) = value.as_str() {
            let message = "Input should be a valid integer, unable to parse string as an integer";
            let number = text.trim().parse().ok();
            return number.or_else(|| self.refuse(name, "int_parsing", message));
        }
        let whole = value.as_f64().filter(|number| number.fract() == 0.0);
        let number = value.as_i64().or(whole.map(|number| number as i64));
        let is_fraction = value.is_number();
        number.or_else(|| {
            if is_fraction {
                let message = "Input should be a valid integer, got a number with a fractional part";
                self.refuse(name, "int_from_float", message)
            } else {
                self.refuse(name, "int_type", "Input should be a valid integer")
            }
        })
    }

    /// A whole number between two others.
    pub fn number_in(&mut self, name: &str, least: i64, most: i64) -> Option<i64> {
        let number = self.number(name)?;
        if number < least {
            let message = format!("Input should be greater than or equal to {least}");
            self.note(name, "greater_than_equal", &message, Some(json!({"ge": least})));
            None
        } else if number > most {
            let message = format!("Input should be less than or equal to {most}");
            self.note(name, "less_than_equal", &message, Some(json!({"le": most})));
            None
        } else {
            Some(number)
        }
    }

    /// True or false; false when it is absent.
    pub fn flag(&mut self, name: &str) -> bool {
        match self.object.get(name) {
            None => false,
            Some(Value::Bool(flag)) => *flag,
            Some(_) => self
                .refuse(name, "bool_type", "Input should be a valid boolean")
                .unwrap_or(false),
        }
    }

    /// Notes a problem that was found elsewhere.
    pub fn add(&mut self, problem: Value) {
        self.problems.push(problem);
    }

    /// Notes what is wrong with a field.
    pub fn note(&mut self, name: &str, kind: &str, message: &str, context: Option<Value>) {
        let mut place = self.place.clone();
        place.push(json!(name));
        self.problems.push(problem(&place, kind, message, context));
    }

    /// What was wrong.
    pub fn problems(self) -> Vec<Value> {
        self.problems
    }

    /// The 422 with all that was wrong, if anything was.
    pub fn check(self) -> Result<(), Response> {
        if self.problems.is_empty() {
            Ok(())
        } else {
            Err(invalid(Value::Array(self.problems)))
        }
    }

    fn refuse<T>(&mut self, name: &str, kind: &str, message: &str) -> Option<T> {
        self.note(name, kind, message, None);
        None
    }
}

/// One entry of the list of a 422.
pub fn problem(place: &[Value], kind: &str, message: &str, context: Option<Value>) -> Value {
    let mut problem = json!({"type": kind, "loc": place, "msg": message});
    if let Some(context) = context {
        problem["ctx"] = context;
    }
    problem
}

#[cfg(test)]
mod tests {
    use super::Fields;
    use serde_json::{Value, json};

    #[test]
    fn what_does_not_fit_is_named() {
        let body =
            json!({"name": "x".repeat(5), "a": 90, "b": "7", "c": 1.5, "d": [], "e": 2.0, "f": "yes", "n": null});
        let mut fields = Fields::of(body, vec![json!("body")]).expect("an object");
        assert_eq!(fields.required_text("name", 4), None);
        assert_eq!(fields.number_in("a", 1, 60), None);
        assert_eq!(
            [
                fields.number("b"),
                fields.number("c"),
                fields.number("d"),
                fields.number("e")
            ],
            [Some(7), None, None, Some(2)]
        );
        assert!(!fields.flag("f"));
        assert_eq!(fields.required_text("n", 4), None);
        fields.require("gone");
        let problems = fields.problems();
        let kinds: Vec<_> = problems.iter().filter_map(|problem| problem["type"].as_str()).collect();
        assert_eq!(
            kinds,
            [
                "string_too_long",
                "less_than_equal",
                "int_from_float",
                "int_type",
                "bool_type",
                "string_type",
                "missing"
            ]
        );
        let want = json!({"type": "less_than_equal", "loc": ["body", "a"], "msg": "Input should be less than or equal to 60", "ctx": {"le": 60}});
        assert_eq!(problems[1], want);
        assert!(Fields::of(Value::Null, Vec::new()).is_err());
    }
}
