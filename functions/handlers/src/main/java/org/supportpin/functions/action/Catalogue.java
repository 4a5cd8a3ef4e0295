package org.supportpin.functions.action;

import java.util.List;
import org.supportpin.domain.action.ActionName;

/** The actions that can be asked for, as the agents' tool is told of them. */
public final class Catalogue {

    /** In the order of the ten. */
    public static final List<ActionName> NAMES = List.of(ActionName.CHANGE_DNS_RECORDS);

    private Catalogue() {}
}
