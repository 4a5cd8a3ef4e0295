package org.supportpin.backoffice.delegation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;

/** The resolvers of this machine, asked in turn, so that one that is down does not matter. */
record Resolvers(Questions questions, List<InetSocketAddress> places) {

    /**
     * Their answer: there is such a name, or there is none.
     *
     * @throws IOException if none gives one
     */
    Message ask(Name name, int type) throws IOException {
        var failure = new IOException("this machine has no resolver");
        var first = places.isEmpty() ? 0 : ThreadLocalRandom.current().nextInt(places.size());
        for (int i = 0; i < places.size(); i++) {
            try {
                var answer = questions.recursive(places.get((first + i) % places.size()), name, type);
                if (answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN) {
                    return answer;
                }
                failure = new IOException("the resolver says " + Rcode.string(answer.getRcode()));
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }
}
