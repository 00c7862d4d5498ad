//! What the page offers, as far as it is needed.

use wasm::JsValue;

#[wasm::import("document", "createElement")]
fn create(tag: &str) -> JsValue;

#[wasm::import(call)]
fn append(parent: &JsValue, child: &JsValue);

/// Without arguments it only removes them.
#[wasm::import(call, name = "replaceChildren")]
pub fn replace_children(of: &JsValue);

#[wasm::import(call, name = "addEventListener")]
pub fn listen(target: &JsValue, event: &str, listener: Box<dyn Fn(JsValue)>);

#[wasm::import(call, name = "preventDefault")]
pub fn prevent_default(event: &JsValue);

#[wasm::import(get)]
pub fn value(input: &JsValue) -> String;

#[wasm::import(set, name = "value")]
pub fn set_value(input: &JsValue, value: &str);

#[wasm::import(set, name = "textContent")]
pub fn set_text(element: &JsValue, text: &str);

#[wasm::import(set, name = "className")]
pub fn set_class(element: &JsValue, class: &str);

#[wasm::import(set, name = "type")]
pub fn set_type(input: &JsValue, ty: &str);

#[wasm::import(set, name = "checked")]
pub fn set_checked(input: &JsValue, checked: bool);

#[wasm::import(set, name = "placeholder")]
pub fn set_placeholder(input: &JsValue, text: &str);

/// A new element as the last one of another.
pub fn child(parent: &JsValue, tag: &str) -> JsValue {
    let element = create(tag);
    append(parent, &element);
    element
}

pub fn button(parent: &JsValue, text: &str) -> JsValue {
    let button = child(parent, "button");
    set_text(&button, text);
    set_type(&button, "button");
    button
}

pub fn on_click(target: &JsValue, listener: impl Fn() + 'static) {
    listen(target, "click", Box::new(move |_| listener()));
}
