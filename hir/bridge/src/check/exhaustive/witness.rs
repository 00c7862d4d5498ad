//! Values that are not covered, as the user would write them.

use super::pattern::{self, Ctor};
use crate::Cx;
use wrc_thir::{IntTy, Ty, TyKind};

#[derive(Clone, Debug)]
pub enum Witness {
    Any,
    Of(Ctor, Vec<Witness>),
}

impl Witness {
    pub fn of(ctor: &Ctor, fields: Vec<Witness>) -> Witness {
        match ctor {
            Ctor::Value(_) => Witness::Any,
            _ => Witness::Of(ctor.clone(), fields),
        }
    }

    /// The value in `Some`.
    pub fn inner(&self) -> Option<&Witness> {
        match self {
            Witness::Of(Ctor::Variant(..), fields) => fields.first(),
            _ => None,
        }
    }

    pub fn text(&self, cx: Cx<'_>) -> String {
        let Witness::Of(ctor, fields) = self else {
            return "_".to_owned();
        };
        let texts: Vec<String> = fields.iter().map(|it| it.text(cx)).collect();
        match ctor {
            Ctor::Single(ty, _) => single(cx, *ty, texts),
            Ctor::Variant(ty, variant, arity) => {
                let Some((def, _)) = ty.as_adt() else {
                    return "_".to_owned();
                };
                let data = cx.adt_cached(def);
                let Some(variant) = data.variants.get(*variant as usize) else {
                    return "_".to_owned();
                };
                let mut texts = texts;
                texts.resize(*arity, "_".to_owned());
                let is_prelude = matches!(data.name.as_str(), "Option" | "Result");
                let name = match is_prelude {
                    true => variant.name.to_string(),
                    false => format!("{}::{}", data.name, variant.name),
                };
                let names: Vec<&str> = variant.fields.iter().map(|it| it.name.as_str()).collect();
                with_fields(&name, &names, texts)
            }
            Ctor::Range(ty, lo, hi) => range(*ty, *lo, *hi),
            Ctor::Slice { is_open, .. } => {
                let mut texts = texts;
                if *is_open {
                    texts.push("..".to_owned());
                }
                format!("[{}]", texts.join(", "))
            }
            Ctor::Value(_) => "_".to_owned(),
        }
    }
}

fn single(cx: Cx<'_>, ty: Ty, mut texts: Vec<String>) -> String {
    match ty.kind() {
        TyKind::Ref(..) => match texts.first() {
            Some(inner) if inner != "_" => format!("&{inner}"),
            _ => "_".to_owned(),
        },
        TyKind::Tuple(elems) => {
            texts.resize(elems.len(), "_".to_owned());
            match &texts[..] {
                [one] => format!("({one},)"),
                _ => format!("({})", texts.join(", ")),
            }
        }
        TyKind::Adt(def, _) => {
            let data = cx.adt_cached(*def);
            let Some(variant) = data.variants.first() else {
                return "_".to_owned();
            };
            texts.resize(variant.fields.len(), "_".to_owned());
            let names: Vec<&str> = variant.fields.iter().map(|it| it.name.as_str()).collect();
            with_fields(data.name.as_str(), &names, texts)
        }
        _ => "_".to_owned(),
    }
}

fn with_fields(name: &str, names: &[&str], texts: Vec<String>) -> String {
    let is_tuple = names.iter().all(|it| it.parse::<u32>().is_ok());
    if texts.is_empty() {
        return name.to_owned();
    }
    if is_tuple {
        return format!("{name}({})", texts.join(", "));
    }
    let named = names.iter().zip(&texts);
    let mut fields: Vec<String> = named
        .filter(|(_, text)| *text != "_")
        .map(|(name, text)| format!("{name}: {text}"))
        .collect();
    if fields.len() < names.len() {
        fields.push("..".to_owned());
    }
    format!("{name} {{ {} }}", fields.join(", "))
}

fn range(ty: Ty, lo: u128, hi: u128) -> String {
    match ty.kind() {
        TyKind::Bool => (lo == 1).to_string(),
        TyKind::Char => {
            let show = |at: u128| {
                let char = u32::try_from(at).ok().and_then(char::from_u32);
                char.map_or("_".to_owned(), |it| format!("{it:?}"))
            };
            match lo == hi {
                true => show(lo),
                false => format!("{}..={}", show(lo), show(hi)),
            }
        }
        TyKind::Int(int) => {
            let (first, last) = pattern::domain(ty).unwrap_or((lo, hi));
            if (lo, hi) == (first, last) {
                return "_".to_owned();
            }
            let show = |at: u128| number(ty, *int, at);
            let is_word = pattern::is_word(ty);
            match () {
                () if is_word && lo == first => format!("..{}", show(hi + 1)),
                () if is_word && hi == last => format!("{}..", show(lo)),
                () if lo == hi => show(lo),
                () => format!("{}..={}", show(lo), show(hi)),
            }
        }
        _ => "_".to_owned(),
    }
}

fn number(ty: Ty, int: IntTy, at: u128) -> String {
    let name = int.name();
    let (first, last) = pattern::domain(ty).unwrap_or((at, at));
    if at == last {
        return format!("{name}::MAX");
    }
    if at == first && int.is_signed() {
        return format!("{name}::MIN");
    }
    match pattern::value_at(ty, at) {
        Some(value) => format!("{value}_{name}"),
        None => format!("{at}_{name}"),
    }
}
