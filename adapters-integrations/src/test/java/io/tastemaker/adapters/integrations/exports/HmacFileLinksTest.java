package io.tastemaker.adapters.integrations.exports;

import io.tastemaker.application.exports.out.FileLinks;
import io.tastemaker.application.exports.out.FileLinksContract;
import java.nio.charset.StandardCharsets;

class HmacFileLinksTest extends FileLinksContract {

    @Override
    protected FileLinks links() {
        return new HmacFileLinks("a key of the tests, long enough".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected FileLinks linksWithAnotherKey() {
        return new HmacFileLinks("another key of the tests, as long".getBytes(StandardCharsets.UTF_8));
    }
}
