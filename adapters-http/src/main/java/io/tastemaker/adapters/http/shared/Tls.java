package io.tastemaker.adapters.http.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * What the server proves who it is with, when no proxy does.
 *
 * @param keystore a PKCS #12 or JKS file with one key and its certificates
 * @param password opens file and key
 */
public record Tls(Path keystore, String password) {

    /**
     * Checks that the file can be opened.
     *
     * @param keystore a PKCS #12 or JKS file with one key and its certificates
     * @param password opens file and key
     * @throws IllegalArgumentException when it cannot; the message does not say the password
     */
    public Tls {
        if (!Files.isReadable(keystore)) {
            throw new IllegalArgumentException(keystore + " cannot be read");
        }
        try {
            KeyStore.getInstance(keystore.toFile(), password.toCharArray());
        } catch (IOException | GeneralSecurityException closed) {
            throw new IllegalArgumentException(keystore + " cannot be opened with its password", closed);
        }
    }

    SslContextFactory.Server context() {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStorePath(keystore);
        context.setKeyStorePassword(password);
        return context;
    }

    @Override
    public String toString() {
        return "Tls[" + keystore + "]";
    }
}
