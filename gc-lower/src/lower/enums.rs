//! Representations of enums (representation.md §4.4).

use super::{
    classes::{concat, packed},
    cx::Cx,
    layout::{Class, EnumShape, Layout, Niche, RefEnum, Shape, Slot},
};
use std::{ops::Range, rc::Rc};
use wrc_base::{FxHashMap, FxIndexMap, Symbol};
use wrc_object::*;
use wrc_thir::{AdtData, Ty, VariantIdx};

/// Flat enums have at most this many slots, tag included.
const FLAT_SLOTS: usize = 5;

#[derive(Debug, Default)]
pub(super) struct EnumTables {
    bases: FxHashMap<Ty, TypeId>,
    variants: FxIndexMap<(Ty, VariantIdx), TypeId>,
    defined: FxHashMap<(Ty, VariantIdx), Rc<VariantFields>>,
    units: FxHashMap<(Ty, VariantIdx), GlobalId>,
}

/// The struct of one variant of a reference enum.
#[derive(Debug)]
pub(super) struct VariantFields {
    pub ty: TypeId,
    /// Wasm fields, the tag included.
    pub slots: Vec<Slot>,
    pub ranges: Vec<Range<u32>>,
}

impl Cx<'_> {
    /// An enum of at least two variants.
    pub(super) fn enum_layout(&self, ty: Ty, data: &AdtData) -> Rc<Layout> {
        let indices = (0..data.variants.len()).map(|v| VariantIdx(v as u32));
        let (with_data, units): (Vec<_>, Vec<_>) =
            indices.partition(|v| !self.is_unit_variant(ty, *v));
        if with_data.is_empty() {
            return c_like(data);
        }
        let (parts, forced) = self.deciding(ty, || {
            let variants: Vec<Vec<Rc<Layout>>> = (0..data.variants.len())
                .map(|v| {
                    let fields = self.tcx.field_tys(ty, Some(VariantIdx(v as u32)));
                    fields.into_iter().map(|ty| self.layout(ty)).collect()
                })
                .collect();
            variants
        });
        if forced {
            return self.ref_enum(ty, data);
        }
        if let [data] = with_data[..]
            && let Some(layout) = niched(&parts[data.0 as usize], data, &units)
        {
            return layout;
        }
        flat(&parts).unwrap_or_else(|| self.ref_enum(ty, data))
    }

    fn is_unit_variant(&self, ty: Ty, variant: VariantIdx) -> bool {
        let fields = self.tcx.field_tys(ty, Some(variant));
        fields.into_iter().all(|ty| self.is_void(ty))
    }

    pub(super) fn ref_enum(&self, ty: Ty, data: &AdtData) -> Rc<Layout> {
        let indices = (0..data.variants.len()).map(|v| VariantIdx(v as u32));
        let (with_data, units): (Vec<_>, Vec<_>) =
            indices.partition(|v| !self.is_unit_variant(ty, *v));
        let null = match units[..] {
            [unit] => Some(unit),
            _ => None,
        };
        let tagged = with_data.len() > 1 || null.is_none();
        let known = self.enums.borrow().bases.get(&ty).copied();
        let base = known.unwrap_or_else(|| {
            let id = self.reserve_struct(Symbol::new(&self.type_name(ty)));
            self.enums.borrow_mut().bases.insert(ty, id);
            if tagged {
                let tag = [Slot::val(WTy::I32)];
                self.define_struct(id, &tag, vec![Symbol::new("tag")], None, false);
            } else {
                self.enums
                    .borrow_mut()
                    .variants
                    .insert((ty, with_data[0]), id);
            }
            id
        });
        let shape = RefEnum { base, null, tagged };
        let niche = match null {
            Some(_) => Niche::None,
            None => Niche::Null(0),
        };
        Layout::slots(
            vec![Slot::val(WTy::to(base))],
            Shape::Enum(EnumShape::Ref(shape)),
            niche,
        )
    }

    /// The struct of a variant with values.
    pub(super) fn variant_fields(
        &self,
        ty: Ty,
        shape: &RefEnum,
        variant: VariantIdx,
    ) -> Rc<VariantFields> {
        let key = (ty, variant);
        if let Some(known) = self.enums.borrow().defined.get(&key) {
            return known.clone();
        }
        let known = self.enums.borrow().variants.get(&key).copied();
        let id = known.unwrap_or_else(|| {
            let name = format!("{}::{}", self.type_name(ty), variant.0);
            let id = self.reserve_struct(Symbol::new(&name));
            self.enums.borrow_mut().variants.insert(key, id);
            id
        });
        let fields = self.tcx.field_tys(ty, Some(variant));
        let parts: Vec<Rc<Layout>> = fields.iter().map(|ty| self.layout(*ty)).collect();
        let (payload, mut ranges, _) = concat(&parts);
        let mut slots = Vec::new();
        if shape.tagged {
            slots.push(Slot::val(WTy::I32));
            for range in &mut ranges {
                *range = range.start + 1..range.end + 1;
            }
        }
        slots.extend(payload);
        let names = super::types::numbered(slots.len());
        let parent = shape.tagged.then_some(shape.base);
        self.define_struct(id, &slots, names, parent, true);
        let fields = Rc::new(VariantFields {
            ty: id,
            slots,
            ranges,
        });
        self.enums.borrow_mut().defined.insert(key, fields.clone());
        fields
    }

    /// Defines all variants' structs, also those nobody looked into.
    pub(super) fn define_variants(&self) {
        let mut next = 0;
        loop {
            let (ty, variant) = match self.enums.borrow().variants.get_index(next) {
                Some((key, _)) => *key,
                None => return,
            };
            if let Shape::Enum(EnumShape::Ref(shape)) = &self.layout(ty).shape {
                self.variant_fields(ty, shape, variant);
            }
            next += 1;
        }
    }

    /// The shared object of a unit variant that is not null.
    pub(super) fn unit_variant(&self, ty: Ty, shape: &RefEnum, variant: VariantIdx) -> GlobalId {
        let key = (ty, variant);
        if let Some(known) = self.enums.borrow().units.get(&key) {
            return *known;
        }
        let tag = GlobalInit::I32(variant.0 as i32);
        let id = self.program.borrow_mut().globals.push(Global {
            name: Symbol::new(&format!("{}::{}", self.type_name(ty), variant.0)),
            ty: WTy::to(shape.base),
            mutable: false,
            init: GlobalInit::Struct(shape.base, vec![tag]),
        });
        self.enums.borrow_mut().units.insert(key, id);
        id
    }
}

fn c_like(data: &AdtData) -> Rc<Layout> {
    let fits = data.variants.iter().all(|v| i32::try_from(v.discr).is_ok());
    let values: Box<[i32]> = data
        .variants
        .iter()
        .enumerate()
        .map(|(i, v)| if fits { v.discr as i32 } else { i as i32 })
        .collect();
    let low = values.iter().copied().min().unwrap_or(0);
    let high = values.iter().copied().max().unwrap_or(0);
    Layout::slots(
        vec![smallest(low, high)],
        Shape::Enum(EnumShape::CLike { values }),
        match low.checked_sub(1) {
            Some(_) => Niche::Below(0, low),
            None => Niche::None,
        },
    )
}

/// The smallest storage for a range of numbers.
fn smallest(low: i32, high: i32) -> Slot {
    let within = |min: i32, max: i32| low >= min && high <= max;
    if within(0, 255) {
        packed(Storage::I8, false)
    } else if within(-128, 127) {
        packed(Storage::I8, true)
    } else if within(0, 65535) {
        packed(Storage::I16, false)
    } else if within(-32768, 32767) {
        packed(Storage::I16, true)
    } else {
        Slot::val(WTy::I32)
    }
}

/// One variant with values, the others as impossible values of it.
fn niched(parts: &[Rc<Layout>], data: VariantIdx, units: &[VariantIdx]) -> Option<Rc<Layout>> {
    let (mut slots, ranges, niche) = concat(parts);
    if slots.len() > FLAT_SLOTS {
        return None;
    }
    let fields: Box<[Range<u32>]> = ranges.into();
    match (niche, units) {
        (Niche::Null(slot) | Niche::NonZero(slot), [unit]) => {
            let shape = EnumShape::Nullable {
                data,
                unit: *unit,
                slot,
                fields,
            };
            Some(Layout::slots(slots, Shape::Enum(shape), Niche::None))
        }
        (Niche::Below(slot, low), _) => {
            let count = i32::try_from(units.len()).ok()?;
            let lowest = low.checked_sub(count)?;
            let units = units
                .iter()
                .enumerate()
                .map(|(i, unit)| (*unit, low - 1 - i as i32))
                .collect();
            let slot_storage = &mut slots[slot as usize];
            *slot_storage = widened(*slot_storage, lowest);
            let shape = EnumShape::Scalar {
                data,
                slot,
                units,
                fields,
            };
            let niche = match lowest.checked_sub(1) {
                Some(_) => Niche::Below(slot, lowest),
                None => Niche::None,
            };
            Some(Layout::slots(slots, Shape::Enum(shape), niche))
        }
        _ => None,
    }
}

/// Storage that also holds `lowest`, below all values of the slot.
fn widened(slot: Slot, lowest: i32) -> Slot {
    let (low, high) = match (slot.storage, slot.signed) {
        (Storage::I8, false) => (0, 255),
        (Storage::I8, true) => (-128, 127),
        (Storage::I16, false) => (0, 65535),
        (Storage::I16, true) => (-32768, 32767),
        (Storage::Val(_), _) => return slot,
    };
    smallest(low.min(lowest), high)
}

/// A tag and slots that variants share by type.
fn flat(variants: &[Vec<Rc<Layout>>]) -> Option<Rc<Layout>> {
    let mut slots: Vec<Slot> = vec![Slot::val(WTy::I32)];
    let mut all_ranges: Vec<Box<[Range<u32>]>> = Vec::new();
    for fields in variants {
        let mut used = vec![true];
        let mut ranges = Vec::new();
        for field in fields {
            let range = place(&mut slots, &mut used, &field.slots);
            ranges.push(range);
        }
        all_ranges.push(ranges.into());
        if slots.len() > FLAT_SLOTS {
            return None;
        }
    }
    if let Some(first) = slots.get(1)
        && matches!(first.storage, Storage::I8 | Storage::I16)
        && variants.len() <= 100
        && slots[1..].iter().all(|slot| slot.storage == first.storage)
    {
        slots[0] = packed(first.storage, true);
    }
    let shape = EnumShape::Flat {
        variants: all_ranges.into(),
    };
    Some(Rc::new(Layout {
        class: Class::Slots,
        slots: slots.into(),
        shape: Shape::Enum(shape),
        niche: Niche::Below(0, 0),
    }))
}

/// Finds consecutive slots for a field, shared with other variants where the
/// types agree.
fn place(slots: &mut Vec<Slot>, used: &mut Vec<bool>, field: &[Slot]) -> Range<u32> {
    used.resize(slots.len(), false);
    let fits = |start: usize| {
        field.iter().enumerate().all(|(i, want)| {
            let at = start + i;
            at >= slots.len() || (!used[at] && slots[at].ty() == want.ty())
        })
    };
    let start = (1..slots.len())
        .find(|start| fits(*start))
        .unwrap_or(slots.len());
    for (i, want) in field.iter().enumerate() {
        match slots.get_mut(start + i) {
            Some(slot) => {
                if *slot != *want {
                    *slot = Slot::val(slot.ty());
                }
                used[start + i] = true;
            }
            None => {
                slots.push(*want);
                used.push(true);
            }
        }
    }
    let range = start as u32..(start + field.len()) as u32;
    if field.is_empty() { 0..0 } else { range }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prim(slot: Slot, niche: Niche) -> Rc<Layout> {
        Layout::prim(slot, niche)
    }

    #[test]
    fn bool_has_room_for_none() {
        let bool = prim(packed(Storage::I8, false), Niche::Below(0, 0));
        let option = niched(&[bool], VariantIdx(1), &[VariantIdx(0)]).expect("it has a niche");
        let Shape::Enum(EnumShape::Scalar { units, .. }) = &option.shape else {
            panic!("{option:?}");
        };
        assert_eq!(**units, [(VariantIdx(0), -1)]);
        assert_eq!(option.niche, Niche::Below(0, -1));
        assert!(option.slots[0].signed);
    }

    #[test]
    fn variants_share_slots_of_one_type() {
        let int = prim(Slot::val(WTy::I32), Niche::None);
        let float = prim(Slot::val(WTy::F64), Niche::None);
        let variants = [vec![int.clone(), float.clone()], vec![float, int], vec![]];
        let layout = flat(&variants).expect("three slots");
        let tys: Vec<WTy> = layout.tys().collect();
        assert_eq!(tys, [WTy::I32, WTy::I32, WTy::F64]);
        let Shape::Enum(EnumShape::Flat { variants }) = &layout.shape else {
            panic!("{layout:?}");
        };
        assert_eq!(*variants[0], [1..2, 2..3]);
        assert_eq!(*variants[1], [2..3, 1..2]);
    }

    #[test]
    fn wide_enums_are_not_flat() {
        let int = prim(Slot::val(WTy::I32), Niche::None);
        assert!(flat(&[vec![int; 5], vec![]]).is_none());
    }
}
