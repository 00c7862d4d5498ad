//! Macros with nothing but the compiler's `proc_macro`.

mod names;

use proc_macro::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// `fields()`: names and, from the helper attribute, what they are called.
#[proc_macro_derive(Fields, attributes(called))]
pub fn fields(item: TokenStream) -> TokenStream {
    let item = names::Struct::of(item);
    let list: String = item
        .fields
        .iter()
        .map(|(name, called)| format!("(stringify!({name}), {called}),"))
        .collect();
    let (name, count) = (&item.name, item.fields.len());
    format!(
        "impl {name} {{ pub const FIELDS: [(&'static str, &'static str); {count}] = [{list}]; }}"
    )
    .parse()
    .unwrap()
}

/// Says which function is entered, with what stands in the attribute before.
#[proc_macro_attribute]
pub fn entered(args: TokenStream, item: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = item.into_iter().collect();
    let is_fn = |it: &TokenTree| it.to_string() == "fn";
    let at = tokens.iter().position(is_fn).expect("a function");
    let name = tokens[at + 1].to_string();
    let Some(TokenTree::Group(body)) = tokens.pop() else {
        panic!("`{name}` has no body");
    };
    let mut new: TokenStream = format!("println!(\"{{}} {name}\", {args});").parse().unwrap();
    new.extend([TokenTree::Group(body)]);
    tokens.push(Group::new(Delimiter::Brace, new).into());
    tokens.into_iter().collect()
}

/// The tokens as text, with what they are.
#[proc_macro]
pub fn kinds(tokens: TokenStream) -> TokenStream {
    fn kinds(tokens: TokenStream, out: &mut String) {
        for token in tokens {
            match token {
                TokenTree::Group(it) => {
                    out.push_str(match it.delimiter() {
                        Delimiter::Parenthesis => "(",
                        Delimiter::Brace => "{",
                        Delimiter::Bracket => "[",
                        Delimiter::None => "<",
                    });
                    kinds(it.stream(), out);
                    out.push(')');
                }
                TokenTree::Ident(it) => out.push_str(&format!("i:{it} ")),
                TokenTree::Punct(it) => out.push_str(&format!(
                    "{}{}",
                    it.as_char(),
                    if it.spacing() == Spacing::Joint { "" } else { " " }
                )),
                TokenTree::Literal(it) => out.push_str(&format!("l:{it} ")),
            }
        }
    }
    let mut out = String::new();
    kinds(tokens, &mut out);
    TokenTree::Literal(Literal::string(&out)).into()
}

/// Numbers of all kinds, negative ones, and text with escapes.
#[proc_macro]
pub fn literals(_: TokenStream) -> TokenStream {
    let comma = || TokenTree::Punct(Punct::new(',', Spacing::Alone));
    let literals = [
        Literal::i32_suffixed(-5),
        Literal::i64_unsuffixed(-6),
        Literal::f64_unsuffixed(-1.5),
        Literal::u8_suffixed(7),
        Literal::string("a \"quote\"\n\u{1F600}"),
        Literal::character('\''),
        Literal::byte_string(b"\0\xff"),
        Literal::f32_suffixed(0.25),
    ];
    let tokens = literals
        .into_iter()
        .flat_map(|it| [TokenTree::Literal(it), comma()]);
    Group::new(Delimiter::Parenthesis, tokens.collect()).into_stream()
}

trait IntoStream {
    fn into_stream(self) -> TokenStream;
}

impl IntoStream for Group {
    fn into_stream(self) -> TokenStream {
        TokenTree::Group(self).into()
    }
}

/// A variable `x` that is the caller's, and one that is the macro's.
#[proc_macro]
pub fn hygiene(_: TokenStream) -> TokenStream {
    let own = Ident::new("x", Span::mixed_site());
    let theirs = Ident::new("x", Span::call_site());
    let mut out: TokenStream = "let".parse().unwrap();
    out.extend([TokenTree::Ident(own.clone())]);
    out.extend("= 1;".parse::<TokenStream>().unwrap());
    out.extend([TokenTree::Ident(theirs), Punct::new('*', Spacing::Alone).into()]);
    out.extend("10 +".parse::<TokenStream>().unwrap());
    out.extend([TokenTree::Ident(own)]);
    Group::new(Delimiter::Brace, out).into_stream()
}

/// What a macro finds out about where it is.
#[proc_macro]
pub fn surroundings(_: TokenStream) -> TokenStream {
    let package = std::env::var("CARGO_PKG_NAME").unwrap();
    let here = std::path::Path::new("src/main.rs").is_file();
    format!("({package:?}, {here})").parse().unwrap()
}

/// Fails in the way that is asked for.
#[proc_macro]
pub fn fail(how: TokenStream) -> TokenStream {
    match how.to_string().as_str() {
        "panic" => panic!("as it was told"),
        "exit" => std::process::exit(3),
        "abort" => std::process::abort(),
        "error" => "compile_error!(\"said the macro\")".parse().unwrap(),
        "syntax" => "let let".parse().unwrap(),
        other => format!("{other:?}").parse().unwrap(),
    }
}

#[proc_macro_derive(Panics)]
pub fn panics(_: TokenStream) -> TokenStream {
    panic!("no impl")
}

#[proc_macro_attribute]
pub fn panicking(_: TokenStream, _: TokenStream) -> TokenStream {
    panic!("no item")
}

#[proc_macro_attribute]
pub fn unchanged(_: TokenStream, item: TokenStream) -> TokenStream {
    print!("a macro may print");
    eprintln!("or complain");
    item
}
