use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Record<'a, T> {
    id: i32,
    #[serde(rename = "displayName")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    bytes: Vec<u8>,
    values: [f64; 3],
    #[serde(borrow)]
    text: &'a str,
    more: BTreeMap<String, T>,
}

#[derive(Serialize, Deserialize, Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Shape {
    UnitSquare,
    Circle { radius: f32 },
}

#[derive(Serialize, Deserialize, Debug)]
#[serde(untagged)]
enum Tree {
    Leaf(i64),
    Name(String),
    Branch(Vec<Tree>),
}

pub fn show() {
    let more = [("k".to_owned(), u64::MAX), ("".to_owned(), 0)].into();
    let record = Record {
        id: -1,
        name: Some("a \"b\"\n\u{1F600}\u{1}".into()),
        bytes: vec![],
        values: [1.5e-7, 1e30, 842373922963696.25],
        text: "plain",
        more,
    };
    let text = serde_json::to_string(&record).unwrap();
    println!("{text}");
    assert_eq!(serde_json::from_str::<Record<u64>>(&text).unwrap(), record);
    for wrong in ["{\"id\": 1,", "{\"id\": \"1\"}", "{\"what\": 1}", "[\n1, x]"] {
        println!("{}", serde_json::from_str::<Record<u8>>(wrong).unwrap_err());
    }
    let shapes = [Shape::UnitSquare, Shape::Circle { radius: 0.1 }];
    println!("{}", serde_json::to_string_pretty(&shapes).unwrap());
    let circle = r#"{"radius": 2, "kind": "circle"}"#;
    println!("{:?}", serde_json::from_str::<Shape>(circle).unwrap());
    let tree = serde_json::from_str::<Tree>(r#"[1, "a\u00e9", [[], 2]]"#);
    println!("{:?}", tree.unwrap());
    let value: serde_json::Value =
        serde_json::from_str(r#"{"a": [1, 2.5, null, true, {"b": "c"}]}"#).unwrap();
    println!("{} {} {value}", value["a"][1], value["a"][4]["b"]);
    println!("{:#}", serde_json::json!({"x": [1, {"y": null}], "z": record.id}));
}
