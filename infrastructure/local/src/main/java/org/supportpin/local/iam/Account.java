package org.supportpin.local.iam;

/** The AWS account that there is none of here. */
public final class Account {

    public static final String ID = "000000000000";

    private Account() {}
}
