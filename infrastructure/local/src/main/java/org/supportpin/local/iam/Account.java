package org.supportpin.local.iam;

/** The made-up AWS account of the local stack. */
public final class Account {

    public static final String ID = "000000000000";

    private Account() {}
}
