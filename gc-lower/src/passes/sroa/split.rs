//! Rewriting the uses of split locals.

use super::{AllParts, Parts, candidates::ONLY};
use crate::passes::{forward::discriminant_bits, paths};
use crate::pir::walk::{self, children_mut};
use crate::pir::{
    AggregateKind, Block, Body, Constant, Local, Operand, Place, PlaceBase, Proj, Rvalue, Src,
    Stmt, StmtKind, Tcx,
};
use wrc_base::SmallVec;
use wrc_thir::{Mutability, Ty, TyKind, VariantIdx};

pub(super) fn split(tcx: &Tcx, body: &mut Body, parts: AllParts) {
    let block = std::mem::take(&mut body.block);
    let mut cx = Cx { tcx, body, parts };
    let block = cx.block(block);
    body.block = block;
}

struct Cx<'t, 'a, 'b> {
    tcx: &'t Tcx<'a>,
    body: &'b mut Body,
    parts: AllParts,
}

/// How a value is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    Copy,
    Move,
}

impl Read {
    fn of(self, place: impl Into<Place>) -> Operand {
        match self {
            Read::Copy => Operand::Copy(place.into()),
            Read::Move => Operand::Move(place.into()),
        }
    }
}

impl Cx<'_, '_, '_> {
    fn block(&mut self, block: Block) -> Block {
        let mut out = Vec::with_capacity(block.len());
        for mut stmt in block {
            for child in children_mut(&mut stmt.kind) {
                *child = self.block(std::mem::take(child));
            }
            self.stmt(stmt, &mut out);
        }
        out
    }

    fn stmt(&mut self, stmt: Stmt, out: &mut Block) {
        let src = stmt.src;
        match stmt.kind {
            StmtKind::Assign(dest, rvalue) => self.assign(src, dest, rvalue, out),
            StmtKind::Drop(place) if self.whole(&place).is_some() => {
                self.drop_parts(src, &place, out);
            }
            StmtKind::SwitchVariant {
                place,
                arms,
                default,
            } if self.whole(&place).is_some() => {
                self.switch(src, &place, arms, default, out);
            }
            mut kind => {
                walk::places_mut(&mut kind, &mut |place, _| self.place(place));
                out.push(kind.at(src));
            }
        }
    }

    fn whole(&self, place: &Place) -> Option<&Parts> {
        self.parts.get(&place.as_local()?)
    }

    /// Names the part instead of the whole's field.
    fn place(&self, place: &mut Place) {
        let Some(parts) = place.base_local().and_then(|local| self.parts.get(&local)) else {
            return;
        };
        let (variant, field, rest) = match place.proj.as_slice() {
            [Proj::Field(field), rest @ ..] => (ONLY, *field, rest),
            [Proj::Variant(variant), Proj::Field(field), rest @ ..] => (*variant, *field, rest),
            _ => return,
        };
        let found = parts
            .fields
            .get(variant.0 as usize)
            .and_then(|fields| fields.get(field.0 as usize));
        if let Some(part) = found {
            let rest: SmallVec<[Proj; 2]> = rest.iter().cloned().collect();
            *place = Place {
                base: PlaceBase::Local(*part),
                proj: rest,
            };
        }
    }

    fn assign(&mut self, src: Src, mut dest: Place, mut rvalue: Rvalue, out: &mut Block) {
        match &mut rvalue {
            Rvalue::Use(Operand::Copy(place)) => {
                let place = place.clone();
                return self.transfer(src, dest, place, Read::Copy, out);
            }
            Rvalue::Use(Operand::Move(place)) => {
                let place = place.clone();
                return self.transfer(src, dest, place, Read::Move, out);
            }
            Rvalue::Discriminant(place) => {
                if let Some(tag) = self.whole(place).and_then(|parts| parts.tag) {
                    rvalue = Rvalue::Use(Operand::Copy(tag.into()));
                }
            }
            Rvalue::Aggregate(kind, operands) => {
                let mut operands = std::mem::take(operands);
                for operand in &mut operands {
                    self.built(src, operand, out);
                }
                for operand in &mut operands {
                    if let Operand::Copy(place) | Operand::Move(place) | Operand::Borrow(_, place) =
                        operand
                    {
                        self.place(place);
                    }
                }
                if self.whole(&dest).is_some() {
                    let variant = match kind {
                        AggregateKind::Adt(_, variant, _) => *variant,
                        _ => ONLY,
                    };
                    return self.build(src, &dest, variant, operands, out);
                }
                rvalue = Rvalue::Aggregate(kind.clone(), operands);
            }
            _ => {}
        }
        let mut kind = StmtKind::Assign(dest.clone(), rvalue);
        walk::places_mut(&mut kind, &mut |place, _| self.place(place));
        self.place(&mut dest);
        out.push(kind.at(src));
    }

    /// A whole split value as an operand: it is built in a temporary.
    fn built(&mut self, src: Src, operand: &mut Operand, out: &mut Block) {
        let (read, place) = match operand {
            Operand::Copy(place) => (Read::Copy, place),
            Operand::Move(place) => (Read::Move, place),
            Operand::Const(_) | Operand::Borrow(..) => return,
        };
        let Some(parts) = self.whole(place) else {
            return;
        };
        let ty = parts.ty;
        let Some(value) = aggregate(parts, read) else {
            return;
        };
        let temp = self.body.new_local(ty);
        out.push(StmtKind::Assign(temp.into(), value).at(src));
        *operand = Operand::Move(temp.into());
    }

    /// `dest = place`, one of which may be split.
    fn transfer(
        &mut self,
        src: Src,
        mut dest: Place,
        mut place: Place,
        read: Read,
        out: &mut Block,
    ) {
        match (self.whole(&dest), self.whole(&place)) {
            (Some(to), Some(from)) => {
                if dest != place {
                    let stmts = move_parts(self.tcx, to, from, read, src);
                    out.extend(stmts);
                }
            }
            (Some(to), None) => {
                let targets: Vec<Local> = to.all().collect();
                self.place(&mut place);
                let operands = (0..targets.len())
                    .map(|i| read.of(place.field(i as u32)))
                    .collect();
                self.assign_all(src, &targets, operands, out);
            }
            (None, Some(from)) => {
                if let Some(value) = aggregate(from, read) {
                    self.place(&mut dest);
                    out.push(StmtKind::Assign(dest, value).at(src));
                }
            }
            (None, None) => {
                self.place(&mut dest);
                self.place(&mut place);
                out.push(StmtKind::Assign(dest, Rvalue::Use(read.of(place))).at(src));
            }
        }
    }

    /// Sets the parts of `dest` to a variant with these fields.
    fn build(
        &mut self,
        src: Src,
        dest: &Place,
        variant: VariantIdx,
        mut operands: Vec<Operand>,
        out: &mut Block,
    ) {
        let Some(parts) = self.whole(dest) else {
            return;
        };
        let mut targets = Vec::new();
        if let Some(tag) = parts.tag {
            targets.push(tag);
            operands.insert(0, tag_value(self.tcx, parts.ty, variant));
        }
        if let Some(fields) = parts.fields.get(variant.0 as usize) {
            targets.extend(fields);
        }
        self.assign_all(src, &targets, operands, out);
    }

    /// Assigns all operands at once: those that read a target are read first.
    fn assign_all(
        &mut self,
        src: Src,
        targets: &[Local],
        mut operands: Vec<Operand>,
        out: &mut Block,
    ) {
        let mut overlaps = false;
        for operand in &operands {
            walk::operand_place(operand, &mut |place, _| {
                overlaps |= place
                    .base_local()
                    .into_iter()
                    .chain(paths::indices(place))
                    .any(|local| targets.contains(&local));
            });
        }
        if overlaps {
            for operand in &mut operands {
                let ty = self.tcx.operand_ty(self.body, operand);
                let temp = self.body.new_local(ty);
                let value = std::mem::replace(operand, Operand::Move(temp.into()));
                out.push(StmtKind::Assign(temp.into(), Rvalue::Use(value)).at(src));
            }
        }
        for (target, operand) in targets.iter().zip(operands) {
            out.push(StmtKind::Assign((*target).into(), Rvalue::Use(operand)).at(src));
        }
    }

    fn drop_parts(&mut self, src: Src, place: &Place, out: &mut Block) {
        let Some(parts) = self.whole(place) else {
            return;
        };
        let mut arms = Vec::new();
        for (variant, fields) in parts.fields.iter().enumerate() {
            let drops: Block = fields
                .iter()
                .filter(|part| self.tcx.needs_drop(self.body.locals[**part].ty))
                .map(|part| StmtKind::Drop((*part).into()).at(src))
                .collect();
            if !drops.is_empty() {
                arms.push((VariantIdx(variant as u32), drops));
            }
        }
        let Some(tag) = parts.tag else {
            out.extend(arms.into_iter().flat_map(|(_, drops)| drops));
            return;
        };
        let ty = parts.ty;
        if !arms.is_empty() {
            let kind = StmtKind::Switch {
                value: Operand::Copy(tag.into()),
                arms: arms
                    .into_iter()
                    .map(|(variant, drops)| (tag_bits(self.tcx, ty, &[variant]), drops))
                    .collect(),
                default: Vec::new(),
            };
            out.push(kind.at(src));
        }
    }

    fn switch(
        &mut self,
        src: Src,
        place: &Place,
        arms: Vec<(Vec<VariantIdx>, Block)>,
        default: Option<Block>,
        out: &mut Block,
    ) {
        let Some(parts) = self.whole(place) else {
            return;
        };
        let Some(tag) = parts.tag else {
            return;
        };
        let ty = parts.ty;
        let mut arms: Vec<(Vec<u128>, Block)> = arms
            .into_iter()
            .map(|(variants, arm)| (tag_bits(self.tcx, ty, &variants), arm))
            .collect();
        // Without a default the arms are all there is.
        let default = match default {
            Some(default) => default,
            None => arms.pop().map(|(_, arm)| arm).unwrap_or_default(),
        };
        let kind = StmtKind::Switch {
            value: Operand::Copy(tag.into()),
            arms,
            default,
        };
        out.push(kind.at(src));
    }
}

/// A part read for the last time. What lives in a register is copied, so that
/// copies propagate.
fn last_read(ty: Ty, part: Local, read: Read) -> Operand {
    if is_harmless(ty) || matches!(ty.kind(), TyKind::Ref(Mutability::Not, _)) {
        Read::Copy.of(part)
    } else {
        read.of(part)
    }
}

/// `to = from`, part by part.
fn move_parts(tcx: &Tcx, to: &Parts, from: &Parts, read: Read, src: Src) -> Vec<Stmt> {
    let transfer = |to: Local, from: Local, read: Read| {
        StmtKind::Assign(to.into(), Rvalue::Use(read.of(from))).at(src)
    };
    let mut stmts = Vec::new();
    let (Some(to_tag), Some(from_tag)) = (to.tag, from.tag) else {
        let tys = tcx.field_tys(to.ty, None);
        let pairs = to.all().zip(from.all()).zip(tys);
        return pairs
            .map(|((to, from), ty)| {
                let value = Rvalue::Use(last_read(ty, from, read));
                StmtKind::Assign(to.into(), value).at(src)
            })
            .collect();
    };
    stmts.push(transfer(to_tag, from_tag, Read::Copy));
    let mut arms = Vec::new();
    for (index, (to_fields, from_fields)) in to.fields.iter().zip(&from.fields).enumerate() {
        let variant = VariantIdx(index as u32);
        let tys = tcx.field_tys(to.ty, Some(variant));
        let mut arm = Vec::new();
        for ((to, from), ty) in to_fields.iter().zip(from_fields).zip(tys) {
            // Reading a scalar that another variant left unset does no harm.
            if is_harmless(ty) {
                stmts.push(transfer(*to, *from, Read::Copy));
            } else {
                let value = Rvalue::Use(last_read(ty, *from, read));
                arm.push(StmtKind::Assign((*to).into(), value).at(src));
            }
        }
        if !arm.is_empty() {
            arms.push((tag_bits(tcx, to.ty, &[variant]), arm));
        }
    }
    if !arms.is_empty() {
        let kind = StmtKind::Switch {
            value: Operand::Copy(from_tag.into()),
            arms,
            default: Vec::new(),
        };
        stmts.push(kind.at(src));
    }
    stmts
}

fn is_harmless(ty: Ty) -> bool {
    ty.is_primitive_scalar() || matches!(ty.kind(), TyKind::RawPtr(..) | TyKind::FnPtr(_))
}

/// A split product as a value.
fn aggregate(parts: &Parts, read: Read) -> Option<Rvalue> {
    let kind = match parts.ty.kind() {
        TyKind::Adt(def, args) => AggregateKind::Adt(*def, ONLY, args.clone()),
        TyKind::Tuple(_) => AggregateKind::Tuple,
        TyKind::Closure(def, args) => AggregateKind::Closure(*def, args.clone()),
        _ => return None,
    };
    let operands = parts.all().map(|part| read.of(part)).collect();
    Some(Rvalue::Aggregate(kind, operands))
}

fn tag_value(tcx: &Tcx, ty: Ty, variant: VariantIdx) -> Operand {
    let bits = tag_bits(tcx, ty, &[variant]).first().copied().unwrap_or(0);
    let tag_ty = ty.as_adt().map_or(ty, |(def, _)| tcx.adt(def).discr_ty);
    Operand::Const(Constant::Scalar(bits, tag_ty))
}

/// The discriminants of variants.
fn tag_bits(tcx: &Tcx, ty: Ty, variants: &[VariantIdx]) -> Vec<u128> {
    let Some((def, _)) = ty.as_adt() else {
        return Vec::new();
    };
    let adt = tcx.adt(def);
    variants
        .iter()
        .filter_map(|variant| {
            let discr = adt.variants.get(variant.0 as usize)?.discr;
            discriminant_bits(discr, adt.discr_ty)
        })
        .collect()
}
