package io.tastemaker.application.creators.out;

class InMemoryUploadsTest extends UploadsContract {

    private final InMemoryUploads uploads = new InMemoryUploads();

    @Override
    protected Uploads uploads() {
        return uploads;
    }

    @Override
    protected int filesKept() {
        return uploads.size();
    }
}
