/**
 * Tells open browsers what happened: a topic and a payload, to whoever listens at this moment. It knows no domain and
 * promises nothing; a browser that was away asks the record again. Words: LiveSession (one open browser), Topic, LiveDesk
 * (a module's desk where browsers connect), Neighbours (the other nodes on the same database), Hint (what nodes tell each
 * other), Notebook (what a module keeps in memory and other nodes must know of).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package com.huixiang.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
