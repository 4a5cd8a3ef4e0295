package org.supportpin.domain.hosting;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.supportpin.domain.check.Checked;

/** The small fixes that there are. The list is closed. */
public enum FixName {
    RESTART_PHP("restart-php"),
    CLEAR_CACHE("clear-cache"),
    REPAIR_PERMISSIONS("repair-permissions"),
    REISSUE_CERTIFICATE("reissue-certificate"),
    UNBAN_ADDRESS("unban-address"),
    RAISE_MAILBOX_QUOTA("raise-mailbox-quota");

    private final String text;

    FixName(String text) {
        this.text = text;
    }

    /** The name in the API. */
    public String text() {
        return text;
    }

    public static Checked<FixName> parse(String text) {
        return Arrays.stream(values())
                .filter(name -> name.text.equals(text))
                .findFirst()
                .map(Checked::valid)
                .orElseGet(() -> Checked.faulty(Arrays.stream(values())
                        .map(FixName::text)
                        .collect(Collectors.joining(", ", "Give one of the fixes ", "."))));
    }
}
