package org.supportpin.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.supportpin.local.lambda.FunctionProcess.Launch;

/** This benchmark's own handlers, ready to start. */
final class Own {

    private Own() {}

    /** The empty handler: the floor under everything. */
    static Launch floor(Path folder) throws IOException {
        var code = Code.of(EmptyHandler.class, List.of(), folder);
        return Launch.zip(code, EmptyHandler.class.getName(), Map.of()).with(Options.ALWAYS);
    }

    /** The code of the bare handler, with all libraries of the functions. */
    static Path bare(Path folder) throws IOException {
        return Code.of(BareHandler.class, Code.jars(), folder);
    }

    /**
     * Makes a function's process start the bare handler instead.
     *
     * @param customer whose ledger is read
     */
    static Launch bare(Launch function, String customer) {
        return new Launch(
                        function.folder(),
                        function.classPath(),
                        BareHandler.class.getName(),
                        function.options(),
                        function.environment())
                .with(Map.of(BareHandler.CUSTOMER, customer));
    }

    /** The same, which only queries. */
    static Launch query(Launch function, String customer) {
        return bare(function, customer).with(Map.of(BareHandler.QUERY_ALONE, "true"));
    }

    /** The same, which also opens the key, and writes nothing: the calls of a PIN that is shown. */
    static Launch queryAndDecrypt(Launch bare) {
        return bare.with(Map.of(BareHandler.NO_PUT, "true"));
    }
}
