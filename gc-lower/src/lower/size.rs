//! Sizes and alignments as rustc has them on wasm32. Advisory: nothing is
//! laid out by them.

use super::{cx::Cx, dyns::Measure, pointers::Tail};
use wrc_thir::{
    AdtData, AdtKind, Arg, Const, FieldIdx, FloatTy, LayoutHint, Ty, TyKind, VariantIdx,
};

/// A type's size and alignment, and how many values of its bits are invalid
/// in one place: niches for enums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    pub size: u32,
    pub align: u32,
    niches: u128,
}

impl Size {
    fn new(size: u32, align: u32, niches: u128) -> Size {
        Size {
            size,
            align,
            niches,
        }
    }

    pub fn measured(self, what: Measure) -> i32 {
        match what {
            Measure::Size => self.size as i32,
            Measure::Align => self.align as i32,
        }
    }
}

impl Cx<'_> {
    pub fn size_of(&self, ty: Ty) -> Size {
        if let Some(known) = self.sizes.borrow().get(&ty) {
            return *known;
        }
        let size = self.compute_size(ty);
        self.sizes.borrow_mut().insert(ty, size);
        size
    }

    fn compute_size(&self, ty: Ty) -> Size {
        let fields = |variant| {
            let tys = self.tcx.field_tys(ty, variant);
            let sizes: Vec<Size> = tys.into_iter().map(|ty| self.size_of(ty)).collect();
            sizes
        };
        match ty.kind() {
            TyKind::Bool => Size::new(1, 1, 254),
            TyKind::Char => Size::new(4, 4, (1 << 32) - 0x11_0000),
            TyKind::Int(int) => {
                let bytes = int.bits() / 8;
                Size::new(bytes, bytes, 0)
            }
            TyKind::Float(FloatTy::F32) => Size::new(4, 4, 0),
            TyKind::Float(FloatTy::F64) => Size::new(8, 8, 0),
            TyKind::FnPtr(_) => Size::new(4, 4, 1),
            TyKind::Ref(_, to) | TyKind::RawPtr(_, to) => {
                let niches = u128::from(matches!(ty.kind(), TyKind::Ref(..)));
                self.pointer_size(*to, niches)
            }
            TyKind::Array(elem, Const::Value(len)) => {
                let elem = self.size_of(*elem);
                let niches = if *len > 0 { elem.niches } else { 0 };
                Size::new(elem.size.saturating_mul(*len as u32), elem.align, niches)
            }
            TyKind::Tuple(_) | TyKind::Closure(..) | TyKind::Coroutine(..) => {
                packed_together(&fields(None))
            }
            TyKind::Adt(def, args) => {
                let data = self.tcx.adt(*def);
                let lang = data.lang.map_or("", |lang| lang.as_str());
                match lang {
                    "owned_box" => {
                        let content = args.first().and_then(Arg::as_ty);
                        return self.pointer_size(content.unwrap_or_else(Ty::unit), 1);
                    }
                    // A vector's pointer and capacity, which has one bit less.
                    "wrc_array" => return Size::new(8, 4, 1 << 31),
                    "wrc_externref" => return Size::new(4, 4, 1),
                    "unsafe_cell" => {
                        return Size {
                            niches: 0,
                            ..packed_together(&fields(None))
                        };
                    }
                    _ => {}
                }
                match data.kind {
                    AdtKind::Struct => {
                        let size = arranged(&fields(None), data.layout);
                        let is_non_null = matches!(lang, "NonZero" | "wrc_non_null");
                        Size {
                            niches: if is_non_null { 1 } else { size.niches },
                            ..size
                        }
                    }
                    AdtKind::Union => {
                        let fields = fields(None);
                        let align = alignment(&fields, data.layout);
                        let size = fields.iter().map(|f| f.size).max().unwrap_or(0);
                        Size::new(size.next_multiple_of(align), align, 0)
                    }
                    AdtKind::Enum => {
                        let size = enum_size(&data, &|v| fields(Some(v)));
                        let align = size.align.max(data.layout.align.unwrap_or(1));
                        Size::new(size.size.next_multiple_of(align), align, size.niches)
                    }
                }
            }
            _ => Size::new(0, 1, 0),
        }
    }

    /// Where a field lies, if the program says so.
    pub fn field_offset(&self, ty: Ty, field: FieldIdx) -> Option<u32> {
        if matches!(ty.kind(), TyKind::Tuple(fields) if fields.len() == 1) {
            return Some(0);
        }
        let (def, _) = ty.as_adt()?;
        let data = self.tcx.adt(def);
        let fields = self.tcx.field_tys(ty, Some(VariantIdx(0)));
        let sizes: Vec<Size> = fields.into_iter().map(|ty| self.size_of(ty)).collect();
        match data.kind {
            AdtKind::Union => return Some(0),
            AdtKind::Enum => return None,
            AdtKind::Struct if sizes.len() == 1 => return Some(0),
            AdtKind::Struct if !data.layout.ordered => return None,
            AdtKind::Struct => {}
        }
        let pack = data.layout.pack.unwrap_or(u32::MAX);
        let (before, rest) = sizes.split_at(field.0 as usize);
        let end = laid_out(before, pack);
        Some(end.next_multiple_of(rest.first()?.align.min(pack)))
    }

    /// Is a future part of a value of the type? Its size is ours, not rustc's.
    pub fn holds_future(&self, ty: Ty) -> bool {
        self.holds_future_within(ty, &mut Vec::new())
    }

    fn holds_future_within(&self, ty: Ty, seen: &mut Vec<Ty>) -> bool {
        match ty.kind() {
            TyKind::Coroutine(..) => true,
            TyKind::Array(elem, _) | TyKind::Slice(elem) => self.holds_future_within(*elem, seen),
            TyKind::Tuple(_) | TyKind::Closure(..) => self.fields_hold_future(ty, None, seen),
            TyKind::Adt(def, _) => {
                if self.tcx.box_content(ty).is_some() || seen.contains(&ty) {
                    return false;
                }
                seen.push(ty);
                (0..self.tcx.adt(*def).variants.len()).any(|variant| {
                    self.fields_hold_future(ty, Some(VariantIdx(variant as u32)), seen)
                })
            }
            _ => false,
        }
    }

    fn fields_hold_future(&self, ty: Ty, variant: Option<VariantIdx>, seen: &mut Vec<Ty>) -> bool {
        let fields = self.tcx.field_tys(ty, variant);
        fields
            .into_iter()
            .any(|ty| self.holds_future_within(ty, seen))
    }

    fn pointer_size(&self, to: Ty, niches: u128) -> Size {
        match self.tail(to) {
            Tail::Sized => Size::new(4, 4, niches),
            Tail::Slice(_) | Tail::Dyn | Tail::Struct => Size::new(8, 4, niches),
        }
    }
}

/// Fields in the best order.
fn packed_together(fields: &[Size]) -> Size {
    arranged(fields, LayoutHint::default())
}

/// Where fields end that follow each other as declared.
fn laid_out(fields: &[Size], pack: u32) -> u32 {
    fields.iter().fold(0_u32, |sum, f| {
        sum.next_multiple_of(f.align.min(pack))
            .saturating_add(f.size)
    })
}

fn arranged(fields: &[Size], hint: LayoutHint) -> Size {
    let align = alignment(fields, hint);
    let size = match hint.ordered {
        true => laid_out(fields, hint.pack.unwrap_or(u32::MAX)),
        false => fields
            .iter()
            .fold(0_u32, |sum, f| sum.saturating_add(f.size)),
    };
    let niches = fields.iter().map(|f| f.niches).max().unwrap_or(0);
    Size::new(size.next_multiple_of(align), align, niches)
}

fn alignment(fields: &[Size], hint: LayoutHint) -> u32 {
    let widest = fields.iter().map(|f| f.align).max().unwrap_or(1);
    let own = widest.min(hint.pack.unwrap_or(u32::MAX));
    own.max(hint.align.unwrap_or(1))
}

fn enum_size(data: &AdtData, fields: &dyn Fn(VariantIdx) -> Vec<Size>) -> Size {
    let variants: Vec<Vec<Size>> = (0..data.variants.len())
        .map(|v| fields(VariantIdx(v as u32)))
        .collect();
    match &variants[..] {
        [] => return Size::new(0, 1, 0),
        [only] if !has_layout(data) => return packed_together(only),
        _ => {}
    }
    let sizes: Vec<Size> = variants.iter().map(|f| packed_together(f)).collect();
    let tag = tag_size(data);
    let largest = sizes.iter().enumerate().max_by_key(|(_, s)| s.size);
    // The largest variant's niche tells the others, if they need no place.
    if let Some((at, largest)) = largest
        && !has_layout(data)
    {
        let others = sizes.iter().enumerate().filter(|(i, _)| *i != at);
        let wanted = sizes.len() as u128 - 1;
        let fits = others.clone().all(|(_, s)| s.size == 0);
        if fits && largest.size > 0 && largest.niches >= wanted {
            let size = largest.size;
            return Size::new(size, largest.align, largest.niches - wanted);
        }
    }
    let align = sizes.iter().map(|s| s.align).max().unwrap_or(1).max(tag);
    // The tag is a field at the start of each variant.
    let size = variants
        .iter()
        .map(|fields| {
            let sum: u32 = fields.iter().map(|f| f.size).sum();
            let own_align = fields.iter().map(|f| f.align).max().unwrap_or(1).max(tag);
            (sum + tag).next_multiple_of(own_align)
        })
        .max()
        .unwrap_or(tag);
    let niches = (1u128 << (8 * tag)).saturating_sub(sizes.len() as u128);
    Size::new(size.next_multiple_of(align), align, niches)
}

/// Does a `repr` ask for a tag in front of the fields?
fn has_layout(data: &AdtData) -> bool {
    data.layout.ordered || data.layout.tagged
}

/// Bytes of the tag: as declared, or the fewest that hold all discriminants.
fn tag_size(data: &AdtData) -> u32 {
    if let (true, TyKind::Int(int)) = (data.layout.tagged, data.discr_ty.kind()) {
        return int.bits() / 8;
    }
    if data.layout.ordered {
        return 4;
    }
    let low = data.variants.iter().map(|v| v.discr).min().unwrap_or(0);
    let high = data.variants.iter().map(|v| v.discr).max().unwrap_or(0);
    let fits = |bits: u32| {
        let signed = low >= -(1 << (bits - 1)) && high < 1 << (bits - 1);
        signed || (low >= 0 && high < 1 << bits)
    };
    if fits(8) {
        1
    } else if fits(16) {
        2
    } else {
        4
    }
}
