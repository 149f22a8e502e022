/**
 * Where the data lives. This room knows no domain: before the first bean asks for a connection it either starts the
 * PostgreSQL that travels with the product (its files in the data folder, its life tied to the life of this process) or
 * hands over the address of an external one. It owns the words data folder, embedded database and external database.
 */
@NullMarked
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
package com.huixiang.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
