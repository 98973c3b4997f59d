package pipeline

import "context"

// Run does the month's whole job: it reads what is new in the inbox, brings the tables up to date,
// links people and courses, computes the indicators, protects small counts, draws the figures and
// publishes all of it at once. Without news it changes nothing and says so.
//
// Problems in the data are findings, counted in the Result; an error means that the job could not go on,
// and then the last published tables and reports stand as they were. Errors are *text.Error.
func Run(ctx context.Context, cfg Config, env Env) (*Result, error) {
	job, err := begin(cfg, env)
	if err != nil {
		return nil, err
	}
	defer job.end()

	inbox, err := job.discover(ctx)
	if err != nil {
		return nil, err
	}
	accepts, err := job.accept(inbox)
	if err != nil {
		return nil, err
	}
	plan := job.plan(inbox)
	if !accepts && job.upToDate(plan) {
		return job.nothingToDo(ctx)
	}
	read, err := job.ingest(ctx, plan)
	if err != nil {
		return nil, err
	}
	if err := job.store(ctx, plan, read); err != nil {
		return nil, err
	}
	model, err := job.model(ctx)
	if err != nil {
		return nil, err
	}
	results, err := job.compute(ctx, model)
	model.close(err != nil)
	if err != nil {
		return nil, err
	}
	protected, err := job.protect(results)
	if err != nil {
		return nil, err
	}
	figures, err := job.draw(ctx, protected)
	if err != nil {
		return nil, err
	}
	if err := job.publish(ctx, protected, figures); err != nil {
		return nil, err
	}
	return job.done(protected, figures), nil
}
