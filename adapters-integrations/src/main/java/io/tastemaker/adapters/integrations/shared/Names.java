package io.tastemaker.adapters.integrations.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks names up. */
@FunctionalInterface
interface Names {

    /** All addresses of a host; asked once for each connection, and the answer is what is connected to. */
    InetAddress[] addresses(String host) throws UnknownHostException;
}
