package org.supportpin.notices;

import java.util.List;

/**
 * What must be said of one library.
 *
 * @param name with its group
 * @param licences their names, as its makers publish them; possibly empty
 * @param texts at least one licence
 */
record Notice(String name, String version, List<String> licences, List<Text> texts) {

    Notice {
        licences = List.copyOf(licences);
        texts = List.copyOf(texts);
    }
}
