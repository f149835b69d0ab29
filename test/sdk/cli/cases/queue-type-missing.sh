aws batch submit-service-job --job-name j --job-queue q --service-request-payload '{}'
