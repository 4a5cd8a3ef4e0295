package org.supportpin.functions;

import org.supportpin.domain.audit.Gap;
import org.supportpin.domain.audit.Violation;
import org.supportpin.domain.audit.WatchBell;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Log.Field;
import org.supportpin.functions.http.Log.Metric;

/** Rings by metrics, each with its alarm, in a line of the log. Whose data it is, only the audit's routes say. */
record BellLog(Log log) implements WatchBell {

    @Override
    public void found(Violation violation) {
        log.line()
                .put(Field.OUTCOME, "violation")
                .put(Field.VIOLATION, violation.kind().text())
                .count(Metric.VIOLATIONS)
                .write();
    }

    @Override
    public void suspended(AgentId agent) {
        log.line()
                .put(Field.OUTCOME, "agent-suspended")
                .count(Metric.AGENTS_SUSPENDED)
                .write();
    }

    @Override
    public void gap(Gap gap) {
        log.line().put(Field.OUTCOME, "gap").count(Metric.WATCH_GAPS).write();
    }

    @Override
    public void failed(RuntimeException reason) {
        log.line().put(Field.OUTCOME, "told-again").error(reason).write();
    }
}
