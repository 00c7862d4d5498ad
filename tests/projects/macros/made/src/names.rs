use proc_macro::{TokenStream, TokenTree};

pub struct Struct {
    pub name: String,
    /// Names, and what they are called: an expression.
    pub fields: Vec<(String, String)>,
}

impl Struct {
    pub fn of(item: TokenStream) -> Struct {
        let mut tokens = item.into_iter();
        tokens.find(|it| it.to_string() == "struct");
        let name = tokens.next().expect("a name").to_string();
        let Some(TokenTree::Group(body)) = tokens.last() else {
            panic!("`{name}` has no fields");
        };
        let body: Vec<TokenTree> = body.stream().into_iter().collect();
        let mut fields = Vec::new();
        let mut called = String::from("\"\"");
        for (i, token) in body.iter().enumerate() {
            let next = |n: usize| body.get(i + n).map(ToString::to_string).unwrap_or_default();
            match token {
                TokenTree::Group(attr) if i > 0 && body[i - 1].to_string() == "#" => {
                    let text = attr.stream().to_string();
                    if text.contains("called") {
                        called = text.split('=').nth(1).unwrap_or("\"?\"").to_owned();
                    }
                }
                TokenTree::Ident(name) if next(1) == ":" && next(2) != ":" => {
                    fields.push((name.to_string(), std::mem::replace(&mut called, "\"\"".into())));
                }
                _ => {}
            }
        }
        Struct { name, fields }
    }
}
