package io.tastemaker.application.exports.out;

class InMemoryFileLinksTest extends FileLinksContract {

    private final FileLinks links = new InMemoryFileLinks();

    @Override
    protected FileLinks links() {
        return links;
    }

    @Override
    protected FileLinks linksWithAnotherKey() {
        return new InMemoryFileLinks();
    }
}
