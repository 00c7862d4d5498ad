//! What `#[wasm::export]` makes of a struct and its methods: items behind the
//! end of the file, which rust-analyzer reads with it. They are ordinary
//! exported functions, so nothing after this knows of classes.
//!
//! ```text
//! #[wasm::export] struct Counter { … }
//! #[wasm::export] impl Counter { pub fn add(&mut self, by: u32) -> u32 { … } }
//! ==>
//! impl ::wasm::js::Class for Counter { const NAME: &'static str = "Counter"; }
//! impl Counter { #[wasm::export("Counter#add")]
//!     fn __js_add(this: ::wasm::js::Receiver<Self>, by: u32) -> u32 {
//!         Self::add(&mut *this.borrow_mut(), by) } }
//! ```
//!
//! Only items that stand in the file itself are seen, not those of modules
//! with a body or of macros: the bridge refuses the attribute there.

use ra_ap_span::Edition;
use ra_ap_syntax::{
    AstNode, AstToken, SourceFile, TextRange,
    ast::{
        self, HasAttrs, HasDocComments, HasGenericParams, HasModuleItem, HasName, HasVisibility,
    },
};
use std::fmt::Write;
use std::ops::Range;

/// Items made from a file, to be read behind its text.
#[derive(Clone, Default, Debug)]
pub struct Members {
    pub text: String,
    /// Parts of `text` and the parts of the file that they were made of.
    origins: Vec<(Range<usize>, TextRange)>,
}

impl Members {
    /// What the attributes in a file ask for.
    pub fn of(text: &str) -> Members {
        let mut members = Members::default();
        if !text.contains("wasm::export") {
            return members;
        }
        let file = SourceFile::parse(text, Edition::CURRENT).tree();
        let mut classes = Vec::new();
        for item in file.items() {
            let item = match item {
                ast::Item::Struct(it) => ast::Adt::Struct(it),
                ast::Item::Enum(it) => ast::Adt::Enum(it),
                _ => continue,
            };
            if is_exported(&item) && item.generic_param_list().is_none() {
                classes.extend(members.class(&item));
            }
        }
        for item in file.items() {
            if let ast::Item::Impl(it) = item
                && is_exported(&it)
                && it.trait_().is_none()
            {
                members.methods(&it, &classes);
            }
        }
        members
    }

    /// Where the item was written that the text at `offset` was made of.
    pub fn origin(&self, offset: usize) -> Option<(u32, u32)> {
        let (_, range) = self
            .origins
            .iter()
            .find(|(made, _)| made.contains(&offset))?;
        Some((range.start().into(), range.end().into()))
    }

    fn push(&mut self, text: &str, origin: TextRange) {
        let start = self.text.len();
        self.text.push_str(text);
        self.origins.push((start..self.text.len(), origin));
    }

    /// Gives the name.
    fn class(&mut self, item: &ast::Adt) -> Option<String> {
        let name = item.name()?;
        let (conditions, shown) = (conditions(item), name.text().to_string());
        let text = format!(
            "\n{conditions}impl ::wasm::js::Class for {shown} {{ const NAME: &'static str = \
             {shown:?}; }}"
        );
        self.push(&text, name.syntax().text_range());
        Some(shown)
    }

    fn methods(&mut self, item: &ast::Impl, classes: &[String]) {
        let (Some(ty), Some(list)) = (item.self_ty(), item.assoc_item_list()) else {
            return;
        };
        let class = ty.syntax().text().to_string();
        if !classes.contains(&class) {
            return;
        }
        let head = format!("\n{}impl {class} {{", conditions(item));
        self.push(&head, ty.syntax().text_range());
        for member in list.assoc_items() {
            if let ast::AssocItem::Fn(method) = member
                && method.visibility().is_some()
                && let Some(name) = method.name()
            {
                let text = method_entry(&class, name.text(), &method);
                self.push(&text, name.syntax().text_range());
            }
        }
        self.text.push_str("\n}");
    }
}

/// The exported function that calls a method.
fn method_entry(class: &str, name: &str, method: &ast::Fn) -> String {
    let mut text = String::from("\n");
    for comment in method.doc_comments() {
        let _ = writeln!(text, "{}", comment.text());
    }
    let list = method.param_list();
    let receiver = list.as_ref().and_then(|list| list.self_param());
    let (mut params, mut args, mut guards) = (Vec::new(), Vec::new(), String::new());
    if let Some(receiver) = &receiver {
        let ty = receiver.ty().map(|ty| ty.syntax().text().to_string());
        let is_mut = receiver.mut_token().is_some();
        let (ty, arg) = match (receiver.amp_token().is_some(), is_mut, ty) {
            (_, _, Some(ty)) => (ty, "this"),
            (true, true, None) => (RECEIVER.to_owned(), "&mut *this.borrow_mut()"),
            (true, false, None) => (RECEIVER.to_owned(), "&*this.borrow()"),
            (false, _, None) => (RECEIVER.to_owned(), "this.take()"),
        };
        params.push(format!("this: {ty}"));
        args.push(arg.to_owned());
    }
    let rest = list.iter().flat_map(|list| list.params());
    for (i, param) in rest.enumerate() {
        let name = match param.pat() {
            Some(ast::Pat::IdentPat(it)) => it.name().map(|name| name.text().to_string()),
            _ => None,
        };
        let name = name.unwrap_or_else(|| format!("p{i}"));
        let ty = param
            .ty()
            .map_or_else(String::new, |ty| ty.syntax().text().to_string());
        match param.ty().and_then(borrowed_class) {
            Some((of, true)) => {
                params.push(format!("{name}: ::wasm::js::Borrowed<{of}>"));
                let _ = write!(guards, "let mut {name} = {name}.borrow_mut(); ");
                args.push(format!("&mut *{name}"));
            }
            Some((of, false)) => {
                params.push(format!("{name}: ::wasm::js::Borrowed<{of}>"));
                let _ = write!(guards, "let {name} = {name}.borrow(); ");
                args.push(format!("&*{name}"));
            }
            None => {
                params.push(format!("{name}: {ty}"));
                args.push(name);
            }
        }
    }
    let separator = if receiver.is_some() { '#' } else { '.' };
    let shown = exported_name(method).unwrap_or_else(|| name.to_owned());
    let kind = kind(method);
    let (params, args) = (params.join(", "), args.join(", "));
    let (ret, convert) = result(method);
    let generics = method.generic_param_list();
    let generics = generics.map_or_else(String::new, |list| list.syntax().text().to_string());
    let asynchronous = if method.async_token().is_some() {
        "async "
    } else {
        ""
    };
    let _ = write!(
        text,
        "#[wasm::export(\"{class}{separator}{kind}{shown}\")] {asynchronous}fn \
         __js_{name}{generics}({params}){ret} {{ {guards}Self::{name}({args}){convert} }}"
    );
    text
}

const RECEIVER: &str = "::wasm::js::Receiver<Self>";

/// The type behind a reference to what may be an exported struct, and whether
/// it can be changed.
fn borrowed_class(ty: ast::Type) -> Option<(String, bool)> {
    let ast::Type::RefType(reference) = ty else {
        return None;
    };
    let ast::Type::PathType(to) = reference.ty()? else {
        return None;
    };
    let text = to.syntax().text().to_string();
    let is_value = matches!(
        text.as_str(),
        "str" | "JsValue" | "wasm::JsValue" | "String"
    );
    (!is_value).then(|| (text, reference.mut_token().is_some()))
}

/// The result's type, and what makes it of the method's: text and slices that
/// belong to the object are copied.
fn result(method: &ast::Fn) -> (String, &'static str) {
    let Some(ty) = method.ret_type().and_then(|ret| ret.ty()) else {
        return (String::new(), "");
    };
    if let ast::Type::RefType(reference) = &ty {
        match reference.ty() {
            Some(ast::Type::SliceType(slice)) => {
                let elem = slice
                    .ty()
                    .map_or_else(String::new, |ty| ty.syntax().text().to_string());
                return (format!(" -> ::std::vec::Vec<{elem}>"), ".to_vec()");
            }
            Some(ast::Type::PathType(path)) if path.syntax().text() == "str" => {
                return (" -> ::std::string::String".to_owned(), ".to_owned()");
            }
            _ => {}
        }
    }
    (format!(" -> {}", ty.syntax().text()), "")
}

/// Attributes by their path as written.
fn is_exported(item: &impl HasAttrs) -> bool {
    attribute(item).is_some()
}

fn attribute(item: &impl HasAttrs) -> Option<String> {
    let texts = item.attrs().filter_map(|attr| {
        let text: String = attr.meta()?.syntax().text().to_string();
        text.strip_prefix("wasm::export").map(str::to_owned)
    });
    texts.into_iter().next()
}

/// The string of `#[wasm::export("name")]`.
fn exported_name(item: &impl HasAttrs) -> Option<String> {
    Some(attribute(item)?.split('"').nth(1)?.to_owned())
}

/// `get ` and `set ` for `#[wasm::export(get)]` and `(set)`.
fn kind(item: &impl HasAttrs) -> &'static str {
    let words = attribute(item).unwrap_or_default();
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    match words.find(|word| matches!(*word, "get" | "set")) {
        Some("get") => "get ",
        Some(_) => "set ",
        None => "",
    }
}

/// The item's `cfg` attributes.
fn conditions(item: &impl HasAttrs) -> String {
    let texts = item.attrs().map(|attr| attr.syntax().text().to_string());
    texts.filter(|text| text.starts_with("#[cfg(")).collect()
}

#[cfg(test)]
mod tests {
    use super::Members;

    #[test]
    fn members_are_functions() {
        let source = "#[wasm::export]\nstruct A;\n#[wasm::export]\nimpl A {\n    \
                      /// Adds.\n    pub fn add(&mut self, (x, _): P, b: &A) -> &str { \"\" }\n    \
                      fn hidden(&self) {}\n    pub fn new() -> Self { A }\n}\n";
        let members = Members::of(source);
        let wanted = "
impl ::wasm::js::Class for A { const NAME: &'static str = \"A\"; }
impl A {
/// Adds.
#[wasm::export(\"A#add\")] fn __js_add(this: ::wasm::js::Receiver<Self>, p0: P, b: ::wasm::js::Borrowed<A>) -> ::std::string::String { let b = b.borrow(); Self::add(&mut *this.borrow_mut(), p0, &*b).to_owned() }
#[wasm::export(\"A.new\")] fn __js_new() -> Self { Self::new() }
}";
        assert_eq!(members.text, wanted);
        let at = members.text.find("__js_new").expect("it was made");
        let (start, end) = members.origin(at).expect("it was made of something");
        assert_eq!(&source[start as usize..end as usize], "new");
    }
}
