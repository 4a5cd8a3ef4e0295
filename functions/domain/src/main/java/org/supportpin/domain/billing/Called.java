package org.supportpin.domain.billing;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.name.DomainName;

/** What people call what billing knows by an ID: {@code svc-1 papadopoulou.gr}. */
final class Called {

    private Called() {}

    static String of(String id, @Nullable DomainName name) {
        return name == null ? id : id + " " + name.ascii();
    }
}
