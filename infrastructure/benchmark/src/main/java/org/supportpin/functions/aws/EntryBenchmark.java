package org.supportpin.functions.aws;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.supportpin.benchmark.micro.Sample;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.identity.Hash;

/** A verification's entry as text, its hash, and back. In this package, because only it writes entries. */
@State(Scope.Thread)
public class EntryBenchmark {

    private final Entry entry = Sample.entry();
    private final String text = EntryJson.write(entry, Table.nonce());

    @Benchmark
    public String write() {
        return EntryJson.write(entry, Table.nonce());
    }

    @Benchmark
    public Hash hash() {
        return EntryJson.hash(text);
    }

    @Benchmark
    public Entry read() {
        return EntryJson.read(text);
    }
}
