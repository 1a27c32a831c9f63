package io.tastemaker.adapters.integrations.identity;

import io.tastemaker.application.identity.out.OneTimeCodes;
import io.tastemaker.application.identity.out.OneTimeCodesContract;

class HmacOneTimeCodesTest extends OneTimeCodesContract {

    @Override
    protected OneTimeCodes codes() {
        return new HmacOneTimeCodes();
    }
}
