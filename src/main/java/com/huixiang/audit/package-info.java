/**
 * Who changed what: a trail that is only added to, in the transaction of the change itself. It knows no domain; a module
 * that lets people change settings or look at what is hidden notes it here. Words: AuditTrail.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package com.huixiang.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
