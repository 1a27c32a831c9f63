package io.tastemaker.application.creators.out;

class InMemoryListFilesTest extends ListFilesContract {

    private final InMemoryUploads uploads = new InMemoryUploads();
    private final ListFiles files = new InMemoryListFiles(uploads);

    @Override
    protected ListFiles files() {
        return files;
    }

    @Override
    protected Uploads uploads() {
        return uploads;
    }
}
