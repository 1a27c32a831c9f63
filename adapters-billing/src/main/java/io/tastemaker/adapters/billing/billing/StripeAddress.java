package io.tastemaker.adapters.billing.billing;

import com.stripe.Stripe;
import com.stripe.net.Authenticator;
import com.stripe.net.BearerTokenAuthenticator;
import com.stripe.net.StripeResponseGetterOptions;
import java.net.PasswordAuthentication;
import java.net.Proxy;

/** Where Stripe is and who we are there, in the form that its library asks for. Limits of time are kept by {@link StripeWire}. */
final class StripeAddress extends StripeResponseGetterOptions {

    private final Authenticator authenticator;
    private final String base;

    StripeAddress(StripeSettings settings) {
        authenticator = new BearerTokenAuthenticator(settings.secretKey());
        base = settings.base().map(uri -> uri.toString().replaceAll("/+$", "")).orElse(Stripe.LIVE_API_BASE);
    }

    @Override
    public Authenticator getAuthenticator() {
        return authenticator;
    }

    @Override
    public String getApiBase() {
        return base;
    }

    @Override
    public String getFilesBase() {
        return base;
    }

    @Override
    public String getConnectBase() {
        return base;
    }

    @Override
    public String getMeterEventsBase() {
        return base;
    }

    @Override
    public int getConnectTimeout() {
        return Math.toIntExact(StripeLimits.USUAL.connect().toMillis());
    }

    @Override
    public int getReadTimeout() {
        return Math.toIntExact(StripeLimits.USUAL.attempt().toMillis());
    }

    @Override
    public int getMaxNetworkRetries() {
        return 0;
    }

    @Override
    public String getClientId() {
        return null;
    }

    @Override
    public Proxy getConnectionProxy() {
        return null;
    }

    @Override
    public PasswordAuthentication getProxyCredential() {
        return null;
    }

    @Override
    public String getStripeAccount() {
        return null;
    }

    @Override
    public String getStripeContext() {
        return null;
    }
}
