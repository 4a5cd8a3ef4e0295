package org.supportpin.functions.history;

/** The labels under which the texts of actions are sealed. */
public final class ActionLabels {

    public static final String PARAMETERS = "action-parameters";
    public static final String PLAN = "action-plan";
    public static final String RESULT = "action-result";
    public static final String REFUSAL = "action-refusal";

    /** The changes that an action made, in the entry that ends it. */
    public static final String CHANGES = "changes";

    /** What an action would change, while it waits. */
    public static final String SHOWN = "action-shown";

    /** Why a supervisor decided about a waiting action. */
    public static final String NOTE = "gate-note";

    private ActionLabels() {}
}
