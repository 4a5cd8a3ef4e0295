package org.supportpin.benchmark;

/** Options of the measured JVMs. */
final class Options {

    /** As Lambda starts Java with 1024 MB. */
    static final String[] ALWAYS = {"-XX:+UseSerialGC", "-Xmx820m"};

    /** Lambda's default, except under SnapStart. */
    static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    /** By this, Lambda's runtime makes its own context of snapshots known to the functions. */
    static final String HOOKS = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

    private Options() {}
}
