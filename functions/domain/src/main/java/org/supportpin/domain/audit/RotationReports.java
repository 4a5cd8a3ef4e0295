package org.supportpin.domain.audit;

import java.time.Instant;
import java.util.List;

/** The reports of the audit's runs. */
public interface RotationReports {

    /** Saves a report. Saving the same run's report again changes nothing. */
    void keep(RotationReport report);

    /**
     * Reports, newest first.
     *
     * @param before only reports of runs that started earlier
     * @param limit 1–100
     */
    List<RotationReport> list(Instant before, int limit);
}
