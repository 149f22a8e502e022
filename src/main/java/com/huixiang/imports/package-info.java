/**
 * Files that people bring: long work in the background with its progress, the lines that could not be used and why. It knows
 * no domain; a module above offers an {@link com.huixiang.imports.ImportKind} for each kind of file. Words: Import (P-02).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "push", "agenda", "audit"})
package com.huixiang.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
