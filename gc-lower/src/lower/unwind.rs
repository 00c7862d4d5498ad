//! Throwing and catching, for panics that unwind.
//!
//! Both are functions whose code is written by hand: trees have no form for
//! `try_table`. Until then they are like functions of the host, of which
//! nothing is known.
//!
//! ```wat
//! (func $throw throw $panic)
//! (func $catch (param run's parameters) (param $run i32) (result i32)
//!   block
//!     try_table (catch $panic 0)
//!       local.get 0 … call_indirect (type run) (local.get $run)
//!     end
//!     i32.const 0 return
//!   end
//!   i32.const 1)
//! ```
//! See the exception handling proposal for the encoding.

use super::{cx::Cx, func::Fx};
use crate::{pir::Operand, wir::Ex};
use wasm_encoder::{BlockType, Catch, Encode, Instruction};
use wrc_base::Symbol;
use wrc_object::*;
use wrc_thir::TyKind;

/// The module of what becomes code of our own.
const MODULE: &str = "wrc:unwind";

/// The functions that are in use.
#[derive(Clone, Copy, Debug, Default)]
pub struct Functions {
    throw: Option<FuncId>,
    /// With the type of the function that is run.
    catch: Option<(FuncId, TypeId)>,
}

impl Fx<'_, '_> {
    /// `catch_unwind(run, data)`: calls `run(data)`; did it panic?
    pub fn catch_unwind(&mut self, args: &[Operand]) -> Ex {
        let [run, data] = args else {
            self.bug("a catch without a function and its data");
            return Ex::I32(0);
        };
        let TyKind::FnPtr(sig) = self.operand_ty(run).kind() else {
            self.bug("a catch of something that is no fn pointer");
            return Ex::I32(0);
        };
        let abi = self.cx().pointer_abi(sig);
        let run_ty = abi.func_type(self.cx());
        let index = self.scalar(run);
        let mut values = self.operand(data);
        values.push(index);
        let catch = self.cx().catcher(&abi.wasm_params(self.cx()), run_ty);
        let results = self.code.call(catch, values);
        results.into_iter().next().unwrap_or(Ex::I32(0))
    }
}

impl Cx<'_> {
    /// The function that throws.
    pub fn thrower(&self) -> FuncId {
        if let Some(known) = self.unwind.get().throw {
            return known;
        }
        let throw = self.opaque("throw", &[], &[]);
        self.unwind.set(Functions {
            throw: Some(throw),
            ..self.unwind.get()
        });
        throw
    }

    fn catcher(&self, params: &[WTy], run: TypeId) -> FuncId {
        if let Some((known, _)) = self.unwind.get().catch {
            return known;
        }
        // The tag is made with it.
        self.thrower();
        let params: Vec<WTy> = params.iter().copied().chain([WTy::I32]).collect();
        let catch = self.opaque("catch", &params, &[WTy::I32]);
        self.unwind.set(Functions {
            catch: Some((catch, run)),
            ..self.unwind.get()
        });
        catch
    }

    fn opaque(&self, name: &str, params: &[WTy], results: &[WTy]) -> FuncId {
        let ty = self.func_type(params, results);
        let (module, name) = (Symbol::new(MODULE), Symbol::new(name));
        self.program.borrow_mut().funcs.push(Func {
            name,
            ty,
            kind: FuncKind::Import { module, name },
        })
    }
}

/// Writes the functions' code, once nothing looks at functions as trees.
pub fn finish(program: &mut Program, functions: Functions) {
    let Functions { throw, catch } = functions;
    if let Some(throw) = throw {
        let mut unit = Unit::default();
        instruction(&mut unit, &Instruction::Throw(0));
        instruction(&mut unit, &Instruction::End);
        program.tag = Some(program.funcs[throw].ty);
        program.funcs[throw].kind = FuncKind::Unit(unit);
    }
    if let Some((catch, run)) = catch {
        let TypeDefKind::Func { params, .. } = &program.types[run].kind else {
            return;
        };
        let count = params.len() as u32;
        let mut unit = Unit::default();
        instruction(&mut unit, &Instruction::Block(BlockType::Empty));
        let clauses = [Catch::One { tag: 0, label: 0 }];
        let clauses = clauses.as_slice().into();
        instruction(&mut unit, &Instruction::TryTable(BlockType::Empty, clauses));
        for local in 0..=count {
            instruction(&mut unit, &Instruction::LocalGet(local));
        }
        unit.code.push(CALL_INDIRECT);
        for target in [RelocTarget::Type(run), RelocTarget::Table] {
            let at = unit.code.len() as u32;
            unit.relocs.push(Reloc { at, target });
        }
        for step in [
            Instruction::End,
            Instruction::I32Const(0),
            Instruction::Return,
            Instruction::End,
            Instruction::I32Const(1),
            Instruction::End,
        ] {
            instruction(&mut unit, &step);
        }
        program.funcs[catch].kind = FuncKind::Unit(unit);
    }
}

const CALL_INDIRECT: u8 = 0x11;

fn instruction(unit: &mut Unit, instruction: &Instruction<'_>) {
    instruction.encode(&mut unit.code);
}
