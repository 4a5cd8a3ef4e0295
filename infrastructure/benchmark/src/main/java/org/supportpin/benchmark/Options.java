package org.supportpin.benchmark;

/** Options of the measured JVMs. */
final class Options {

    /** Lambda's options for Java with 1024 MB. */
    static final String[] ALWAYS = {"-XX:+UseSerialGC", "-Xmx820m"};

    /** Lambda's default, except under SnapStart. */
    static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    /** Makes the functions use the snapshot context of Lambda's runtime. */
    static final String HOOKS = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

    private Options() {}
}
