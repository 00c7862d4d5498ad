//@ serde_json = "1"

use serde_json::{Value, json};

fn main() {
    let mut value: Value =
        serde_json::from_str(r#"{"a": [1, 2.5, null], "b": {"c": "\u00e9"}}"#).expect("valid");
    value["a"][0] = json!(-7);
    value["d"] = json!({ "nested": [true, "text"] });
    println!("{value}");
    println!("{}", serde_json::to_string_pretty(&value).expect("a value"));
    println!("{}", serde_json::from_str::<Value>("[1, ]").unwrap_err());
}
