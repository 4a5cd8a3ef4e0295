package org.supportpin.functions.event;

import java.util.List;

/** A system that is told what happens. It recognises by {@link OutwardEvent#id} what it was told before. */
@FunctionalInterface
public interface EventSink {

    /**
     * Tells it events, in their order, some of them perhaps again.
     *
     * @return how many of them, from the first on, need not be told again: it took them, or refused them for good. Throws nothing
     *     if the system is away
     */
    int take(List<OutwardEvent> events);
}
