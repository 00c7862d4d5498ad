// Nobody names this crate: that its build script is not run is no matter.
