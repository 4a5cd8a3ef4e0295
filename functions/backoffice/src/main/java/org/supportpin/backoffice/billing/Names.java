package org.supportpin.backoffice.billing;

import java.util.Arrays;
import java.util.Locale;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;

/** The constants of an enumeration as JSON: in lower case. */
final class Names {

    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Read<E> of(E[] constants) {
        return Read.text(text -> Arrays.stream(constants)
                .filter(each -> of(each).equals(text))
                .findFirst()
                .map(Checked::valid)
                .orElseGet(() -> Checked.faulty("There is no such value.")));
    }
}
