package org.supportpin.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * A process as Lambda snapshots one: it makes functions by their constructors without arguments, asks what Lambda's runtime asks
 * before a snapshot, and writes its whole memory down, with what nobody refers to any more.
 */
public final class PrimedProcess {

    /** Starts the line with the number after priming. */
    public static final String THREADS = "threads: ";

    private PrimedProcess() {}

    /**
     * Primes, and writes the memory down.
     *
     * @param args the file for the memory; an event, or none, that the last function serves after that; the functions' classes
     */
    public static void main(String[] args) throws Exception {
        var functions = new ArrayList<RequestStreamHandler>();
        for (var name : List.of(args).subList(2, args.length)) {
            functions.add(Class.forName(name)
                    .asSubclass(RequestStreamHandler.class)
                    .getConstructor()
                    .newInstance());
        }
        var answer = new ByteArrayOutputStream();
        try {
            // The runtime refers to them weakly.
            System.gc();
            var context = Core.getGlobalContext();
            try {
                context.beforeCheckpoint(context);
            } catch (UnsatisfiedLinkError lambdasOwn) {
                // After all resources, the context clears the cache of DNS by native code that is on Lambda alone.
                System.out.println("asked");
            }
            System.out.println(THREADS + Thread.getAllStackTraces().size());
            if (!args[1].isEmpty()) {
                functions
                        .getLast()
                        .handleRequest(
                                new ByteArrayInputStream(args[1].getBytes(UTF_8)), answer, Invocations.unnamed());
            }
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(args[0], false);
        } finally {
            Reference.reachabilityFence(functions);
            Reference.reachabilityFence(answer);
        }
    }
}
