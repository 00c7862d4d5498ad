//! WIR to stack code.
//!
//! ```text
//! l2 = (i32.add l0 (struct.get ty3.n l1))
//! =>  20 00  20 01  fb 02 <Type ty3> 00  6a  21 02
//! ```
//!
//! Trees are emitted in order of evaluation. Operands that depend on layout
//! are left out and recorded as relocations. Locals are grouped by type,
//! unused ones disappear.

mod locals;
mod opcode;

use wasm_encoder::Encode;
use wrc_object::*;

use super::{ir::*, local_set::LocalSet, stack, ty};
use locals::Locals;

/// The function's body as a unit.
pub fn encode(func: &WFunc, program: &Program) -> Unit {
    let kept = stack::kept_results(func);
    let locals = Locals::new(func, &kept);
    let mut cx = Cx {
        func,
        program,
        locals,
        kept,
        labels: Vec::new(),
        unit: Unit::default(),
    };
    match func.body.split_last() {
        // Falling off the end returns what is on the stack.
        Some((Ex::Return(values), init)) => {
            cx.statements(init);
            values.iter().for_each(|value| cx.value(value));
        }
        _ => {
            cx.statements(&func.body);
            if !func.results.is_empty() && !func.body.last().is_some_and(is_end) {
                cx.byte(UNREACHABLE);
            }
        }
    }
    cx.byte(END);
    cx.unit.locals = cx.locals.declarations;
    cx.unit
}

const UNREACHABLE: u8 = 0x00;
const BLOCK: u8 = 0x02;
const LOOP: u8 = 0x03;
const IF: u8 = 0x04;
const ELSE: u8 = 0x05;
const END: u8 = 0x0b;
const LOCAL_GET: u8 = 0x20;
const LOCAL_SET: u8 = 0x21;
const LOCAL_TEE: u8 = 0x22;

struct Cx<'a> {
    func: &'a WFunc,
    program: &'a Program,
    locals: Locals,
    /// Results that stay on the stack and have no local.
    kept: LocalSet,
    /// Enclosing constructs, innermost last; an `if` has no label.
    labels: Vec<Option<WLabel>>,
    unit: Unit,
}

/// Wasm's validator knows that nothing follows.
fn is_end(ex: &Ex) -> bool {
    matches!(
        ex,
        Ex::Br(_) | Ex::BrTable { .. } | Ex::Return(_) | Ex::Unreachable
    )
}

impl Cx<'_> {
    fn statements(&mut self, body: &[Ex]) {
        body.iter().for_each(|ex| self.ex(ex));
    }

    /// An operand. One that leaves nothing never returns; validation is told.
    fn value(&mut self, ex: &Ex) {
        self.ex(ex);
        if !is_end(ex) && ty::values(ex, self.func, self.program).is_empty() {
            self.byte(UNREACHABLE);
        }
    }

    fn values(&mut self, args: &[Ex]) {
        args.iter().for_each(|ex| self.value(ex));
    }

    #[expect(clippy::too_many_lines, reason = "one arm per instruction")]
    fn ex(&mut self, ex: &Ex) {
        match ex {
            Ex::I32(value) => {
                self.byte(0x41);
                value.encode(&mut self.unit.code);
            }
            Ex::I64(value) => {
                self.byte(0x42);
                value.encode(&mut self.unit.code);
            }
            Ex::F32(bits) => {
                self.byte(0x43);
                self.unit.code.extend(bits.to_le_bytes());
            }
            Ex::F64(bits) => {
                self.byte(0x44);
                self.unit.code.extend(bits.to_le_bytes());
            }
            Ex::Null(heap) => {
                self.byte(0xd0);
                self.heap_type(*heap);
            }
            Ex::Sym(sym) => {
                self.byte(0x41);
                self.relocate(RelocTarget::Const(*sym));
            }
            Ex::Get(local) if self.kept.contains(*local) => {}
            Ex::Get(local) => self.local(LOCAL_GET, *local),
            Ex::Set(local, value) => {
                self.value(value);
                self.local(LOCAL_SET, *local);
            }
            Ex::Tee(local, value) => {
                self.value(value);
                self.local(LOCAL_TEE, *local);
            }
            Ex::GlobalGet(global) => {
                self.byte(0x23);
                self.relocate(RelocTarget::Global(*global));
            }
            Ex::GlobalSet(global, value) => {
                self.value(value);
                self.byte(0x24);
                self.relocate(RelocTarget::Global(*global));
            }
            Ex::Num(op, args) => {
                self.values(args);
                self.unit.code.extend(opcode::bytes(*op));
            }
            Ex::StructNew(ty, args) => {
                self.values(args);
                self.typed(0x00, *ty);
            }
            Ex::StructNewDefault(ty) => self.typed(0x01, *ty),
            Ex::StructGet {
                ty,
                field,
                signed,
                obj,
            } => {
                self.value(obj);
                let storage = ty::struct_field(self.program, *ty, *field).map(|f| f.storage);
                self.typed(read_op(0x02, storage, *signed), *ty);
                self.index(*field);
            }
            Ex::StructSet {
                ty,
                field,
                obj,
                value,
            } => {
                self.value(obj);
                self.value(value);
                self.typed(0x05, *ty);
                self.index(*field);
            }
            Ex::ArrayNew { ty, init, len } => {
                self.value(init);
                self.value(len);
                self.typed(0x06, *ty);
            }
            Ex::ArrayNewDefault { ty, len } => {
                self.value(len);
                self.typed(0x07, *ty);
            }
            Ex::ArrayNewFixed(ty, args) => {
                self.values(args);
                self.typed(0x08, *ty);
                self.index(args.len() as u32);
            }
            Ex::ArrayNewData {
                ty,
                data,
                offset,
                len,
            } => {
                self.value(offset);
                self.value(len);
                self.typed(0x09, *ty);
                self.relocate(RelocTarget::Data(*data));
            }
            Ex::ArrayGet {
                ty,
                signed,
                array,
                index,
            } => {
                self.value(array);
                self.value(index);
                let storage = ty::element(self.program, *ty).map(|f| f.storage);
                self.typed(read_op(0x0b, storage, *signed), *ty);
            }
            Ex::ArraySet {
                ty,
                array,
                index,
                value,
            } => {
                self.value(array);
                self.value(index);
                self.value(value);
                self.typed(0x0e, *ty);
            }
            Ex::ArrayLen(array) => {
                self.value(array);
                self.unit.code.extend([0xfb, 0x0f]);
            }
            Ex::ArrayFill { ty, args } => {
                self.values(&args[..]);
                self.typed(0x10, *ty);
            }
            Ex::ArrayCopy {
                dst_ty,
                src_ty,
                args,
            } => {
                self.values(&args[..]);
                self.typed(0x11, *dst_ty);
                self.relocate(RelocTarget::Type(*src_ty));
            }
            Ex::IsNull(value) => {
                self.value(value);
                self.byte(0xd1);
            }
            Ex::RefEq(a, b) => {
                self.value(a);
                self.value(b);
                self.byte(0xd3);
            }
            Ex::Test(heap, value) => {
                self.value(value);
                self.unit.code.extend([0xfb, 0x14]);
                self.heap_type(*heap);
            }
            Ex::Cast(heap, value) => {
                self.value(value);
                self.unit.code.extend([0xfb, 0x17]);
                self.heap_type(*heap);
            }
            Ex::FromExtern(value) => {
                self.value(value);
                self.unit.code.extend([0xfb, 0x1a]);
            }
            Ex::ToExtern(value) => {
                self.value(value);
                self.unit.code.extend([0xfb, 0x1b]);
            }
            Ex::Call(func, args) => {
                self.values(args);
                self.byte(0x10);
                self.relocate(RelocTarget::Func(*func));
            }
            Ex::CallIndirect { ty, args, index } => {
                self.values(args);
                self.value(index);
                self.byte(0x11);
                self.relocate(RelocTarget::Type(*ty));
                self.relocate(RelocTarget::Table);
            }
            Ex::SetMulti(locals, call) => {
                self.ex(call);
                for local in locals.iter().rev() {
                    match local {
                        Some(local) if self.kept.contains(*local) => {}
                        Some(local) => self.local(LOCAL_SET, *local),
                        None => self.byte(0x1a),
                    }
                }
            }
            // Nothing branches to it (WIR-L2), and code needs no bracket to
            // have a value.
            Ex::Block {
                result: Some(_),
                body,
                ..
            } => self.block_body(true, body),
            Ex::Block {
                label,
                result: None,
                body,
            } => {
                self.byte(BLOCK);
                self.block_type(None);
                self.labels.push(Some(*label));
                self.statements(body);
                self.close();
            }
            Ex::Loop { label, body } => {
                self.byte(LOOP);
                self.block_type(None);
                self.labels.push(Some(*label));
                self.statements(body);
                self.close();
            }
            Ex::If {
                cond,
                result,
                then,
                els,
            } => {
                self.value(cond);
                self.byte(IF);
                self.block_type(*result);
                self.labels.push(None);
                self.block_body(result.is_some(), then);
                if result.is_some() || !els.is_empty() {
                    self.byte(ELSE);
                    self.block_body(result.is_some(), els);
                }
                self.close();
            }
            Ex::Br(label) => self.branch(0x0c, *label),
            Ex::BrIf(label, cond) => {
                self.value(cond);
                self.branch(0x0d, *label);
            }
            Ex::BrTable {
                index,
                labels,
                default,
            } => {
                self.value(index);
                self.byte(0x0e);
                self.index(labels.len() as u32);
                labels.iter().for_each(|label| self.depth(*label));
                self.depth(*default);
            }
            Ex::Return(values) => {
                self.values(values);
                self.byte(0x0f);
            }
            Ex::Unreachable => self.byte(UNREACHABLE),
            Ex::Drop(value) => {
                self.value(value);
                self.byte(0x1a);
            }
            Ex::Select {
                ty,
                then,
                els,
                cond,
            } => {
                self.value(then);
                self.value(els);
                self.value(cond);
                match ty {
                    WTy::I32 | WTy::I64 | WTy::F32 | WTy::F64 => self.byte(0x1b),
                    WTy::Ref(_) => {
                        self.unit.code.extend([0x1c, 1]);
                        self.block_type(Some(*ty));
                    }
                }
            }
            Ex::Nop => {}
        }
    }

    /// Statements and, with a result, the value at the end.
    fn block_body(&mut self, has_value: bool, body: &[Ex]) {
        match body.split_last() {
            Some((last, init)) if has_value => {
                self.statements(init);
                self.value(last);
            }
            None if has_value => self.byte(UNREACHABLE),
            _ => self.statements(body),
        }
    }

    fn close(&mut self) {
        self.labels.pop();
        self.byte(END);
    }

    fn branch(&mut self, op: u8, label: WLabel) {
        self.byte(op);
        self.depth(label);
    }

    fn depth(&mut self, label: WLabel) {
        let depth = self
            .labels
            .iter()
            .rev()
            .position(|open| *open == Some(label));
        self.index(depth.expect("branches go to enclosing labels (WIR-L1)") as u32);
    }

    fn local(&mut self, op: u8, local: WLocal) {
        self.byte(op);
        self.index(self.locals.index(local));
    }

    /// An instruction of the GC group that names a type.
    fn typed(&mut self, op: u8, ty: TypeId) {
        self.unit.code.extend([0xfb, op]);
        self.relocate(RelocTarget::Type(ty));
    }

    fn block_type(&mut self, result: Option<WTy>) {
        match result {
            None => self.byte(0x40),
            Some(WTy::I32) => self.byte(0x7f),
            Some(WTy::I64) => self.byte(0x7e),
            Some(WTy::F32) => self.byte(0x7d),
            Some(WTy::F64) => self.byte(0x7c),
            Some(ty @ WTy::Ref(HeapTy::Type(_))) => self.relocate(RelocTarget::BlockType(ty)),
            // A nullable reference to an abstract type is written as the type.
            Some(WTy::Ref(heap)) => self.heap_type(heap),
        }
    }

    fn heap_type(&mut self, heap: HeapTy) {
        match heap {
            HeapTy::Eq => self.byte(0x6d),
            HeapTy::Any => self.byte(0x6e),
            HeapTy::Extern => self.byte(0x6f),
            HeapTy::Func => self.byte(0x70),
            HeapTy::Struct => self.byte(0x6b),
            HeapTy::Array => self.byte(0x6a),
            HeapTy::None => self.byte(0x71),
            HeapTy::NoExtern => self.byte(0x72),
            HeapTy::Type(_) => self.relocate(RelocTarget::HeapType(heap)),
        }
    }

    fn relocate(&mut self, target: RelocTarget) {
        let at = self.unit.code.len() as u32;
        self.unit.relocs.push(Reloc { at, target });
    }

    fn byte(&mut self, byte: u8) {
        self.unit.code.push(byte);
    }

    fn index(&mut self, index: u32) {
        index.encode(&mut self.unit.code);
    }
}

/// `plain`, or one of the two that extend packed storage.
fn read_op(plain: u8, storage: Option<Storage>, signed: bool) -> u8 {
    match storage {
        Some(Storage::I8 | Storage::I16) => plain + if signed { 1 } else { 2 },
        Some(Storage::Val(_)) | None => plain,
    }
}
