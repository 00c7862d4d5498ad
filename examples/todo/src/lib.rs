//! A to-do list in a page: `wrc build --release examples/todo -o examples/todo`,
//! then open `index.html` from a server.
//!
//! The program makes the elements itself and listens to their events with
//! closures. They share the list by a handle that is copied; when elements go,
//! the engine collects their closures with them.

mod dom;
mod list;

use list::{Filter, List};
use wasm::{GcBox, JsValue};

/// What closures share.
#[derive(Clone, Copy)]
struct App {
    list: GcBox<List>,
    filter: GcBox<Filter>,
    view: GcBox<View>,
}

/// The elements that change.
#[derive(Clone)]
struct View {
    items: JsValue,
    count: JsValue,
    filters: Vec<(Filter, JsValue)>,
}

/// Puts the list into an element.
#[wasm::export]
pub fn start(root: JsValue) {
    let form = dom::child(&root, "form");
    let input = dom::child(&form, "input");
    dom::set_placeholder(&input, "What is to be done?");
    let items = dom::child(&root, "ul");
    let footer = dom::child(&root, "footer");
    let count = dom::child(&footer, "output");
    let mut view = View {
        items,
        count,
        filters: Vec::new(),
    };
    for filter in [Filter::All, Filter::Open, Filter::Done] {
        let button = dom::button(&footer, filter.name());
        view.filters.push((filter, button));
    }
    let clear = dom::button(&footer, "Clear done");
    let filters = view.filters.clone();
    let app = App {
        list: GcBox::default(),
        filter: GcBox::new(Filter::All),
        view: GcBox::new(view),
    };
    for (filter, button) in filters {
        dom::on_click(&button, move || {
            app.filter.set(filter);
            app.show();
        });
    }
    dom::on_click(&clear, move || app.change(List::remove_done));
    let submit = move |event: JsValue| {
        dom::prevent_default(&event);
        let text = dom::value(&input);
        dom::set_value(&input, "");
        app.change(|list| list.add(&text));
    };
    dom::listen(&form, "submit", Box::new(submit));
    app.show();
}

impl App {
    fn change(self, change: impl FnOnce(&mut List)) {
        self.list.with_mut(change);
        self.show();
    }

    /// Makes the elements what the list is.
    fn show(self) {
        let filter = self.filter.get();
        self.view.with(|view| {
            dom::replace_children(&view.items);
            self.list.with(|list| {
                for item in list.shown(filter) {
                    self.show_item(&view.items, item);
                }
                let count = list.remaining();
                let noun = if count == 1 { "item" } else { "items" };
                dom::set_text(&view.count, &format!("{count} {noun} left"));
            });
            for (of, button) in &view.filters {
                dom::set_class(button, if *of == filter { "chosen" } else { "" });
            }
        });
    }

    fn show_item(self, items: &JsValue, item: &list::Item) {
        let id = item.id;
        let line = dom::child(items, "li");
        dom::set_class(&line, if item.is_done { "done" } else { "" });
        let check = dom::child(&line, "input");
        dom::set_type(&check, "checkbox");
        dom::set_checked(&check, item.is_done);
        dom::on_click(&check, move || self.change(|list| list.toggle(id)));
        dom::set_text(&dom::child(&line, "span"), &item.text);
        let delete = dom::button(&line, "×");
        dom::on_click(&delete, move || self.change(|list| list.remove(id)));
    }
}
