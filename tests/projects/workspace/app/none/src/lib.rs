compile_error!("of another platform");
