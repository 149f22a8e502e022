/**
 * Promises with a time: whoever must act at a certain moment, however often the house is restarted until then, leaves an
 * appointment here and is called when it is due. The room knows no domain; a module tells it a duty and a key, and finds
 * in its own tables what there is to do. Words: Agenda, Appointment, Duty.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package com.huixiang.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
