//! JavaScript cannot look into arrays of a module; another module can.

use wasm_encoder as enc;

/// `units`, for engines without string builtins.
pub(super) fn array_access() -> String {
    let bytes = access_module()
        .iter()
        .map(u8::to_string)
        .collect::<Vec<_>>()
        .join(", ");
    format!(
        "/** `get` and `set` for arrays of code units, where the engine has no string builtins. */\n\
         const units = () => (units.exports ??= new WebAssembly.Instance(\n  \
         new WebAssembly.Module(Uint8Array.of({bytes})),\n).exports);\n"
    )
}

fn access_module() -> Vec<u8> {
    let array = enc::ValType::Ref(enc::RefType {
        nullable: true,
        heap_type: enc::HeapType::Concrete(0),
    });
    let i32 = enc::ValType::I32;
    let mut types = enc::TypeSection::new();
    types.ty().array(&enc::StorageType::I16, true);
    types.ty().function([array, i32], [i32]);
    types.ty().function([array, i32, i32], []);
    let mut funcs = enc::FunctionSection::new();
    funcs.function(1).function(2);
    let mut exports = enc::ExportSection::new();
    exports
        .export("get", enc::ExportKind::Func, 0)
        .export("set", enc::ExportKind::Func, 1);
    let mut get = enc::Function::new([]);
    get.instructions()
        .local_get(0)
        .local_get(1)
        .array_get_u(0)
        .end();
    let mut set = enc::Function::new([]);
    set.instructions()
        .local_get(0)
        .local_get(1)
        .local_get(2)
        .array_set(0)
        .end();
    let mut code = enc::CodeSection::new();
    code.function(&get).function(&set);
    let mut module = enc::Module::new();
    module
        .section(&types)
        .section(&funcs)
        .section(&exports)
        .section(&code);
    module.finish()
}
