/**
 * Finds words again, whoever wrote them. The room knows no domain: a module hands it words and says who may see what was
 * found. Each node has an index of its own in its data folder, written a moment after the tables and from the tables alone;
 * it can be lost at any time. Words: SearchIndex, Searchable, Words (what can be found of a thing), Marked (a piece of text
 * that was hit or was not).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package com.huixiang.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
