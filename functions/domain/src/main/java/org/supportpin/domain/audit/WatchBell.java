package org.supportpin.domain.audit;

import org.supportpin.domain.identity.AgentId;

/** Is rung by the watch at once: for the operators' alarms. What is told again may ring again. */
public interface WatchBell {

    void found(Violation violation);

    /** An agent gave more right PINs in an hour than one person can, and is suspended. */
    void suspended(AgentId agent);

    /** Entries were not told: the watch goes on behind them, and the sweep looks at them. */
    void gap(Gap gap);

    /** Something could not be written. The changes will be told again. */
    void failed(RuntimeException reason);
}
