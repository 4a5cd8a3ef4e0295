package org.supportpin.backoffice.delegation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;

/**
 * Where packets go.
 *
 * @param servers the place of a nameserver at a public address
 * @param resolvers the resolvers of this machine, which find the addresses of host names
 */
record Network(Function<InetAddress, InetSocketAddress> servers, Supplier<List<InetSocketAddress>> resolvers) {

    /** As everywhere but in this package's tests. */
    static final Network INTERNET = new Network(
            address -> new InetSocketAddress(address, SimpleResolver.DEFAULT_PORT),
            () -> ResolverConfig.getCurrentConfig().servers());
}
