package org.supportpin.domain.hosting;

import org.supportpin.domain.check.WireName;

/** The names of all small fixes. */
public enum FixName implements WireName {
    RESTART_PHP,
    CLEAR_CACHE,
    REPAIR_PERMISSIONS,
    REISSUE_CERTIFICATE,
    UNBAN_ADDRESS,
    RAISE_MAILBOX_QUOTA
}
