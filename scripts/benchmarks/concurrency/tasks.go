// What goroutines and channels cost: prints lines `what nanoseconds`.
package main

import (
	"fmt"
	"runtime"
	"syscall"
	"time"
)

const rounds = 5

// What other programs do at the same time does not count.
func processTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func measure(what string, count int, run func(int)) {
	best := time.Duration(1 << 62)
	for i := 0; i < rounds; i++ {
		start := processTime()
		run(count)
		if elapsed := processTime() - start; elapsed < best {
			best = elapsed
		}
	}
	fmt.Printf("%s %.1f\n", what, float64(best.Nanoseconds())/float64(count))
}

func spawnJoin(count int) {
	done := make(chan struct{})
	for i := 0; i < count; i++ {
		go func() { done <- struct{}{} }()
		<-done
	}
}

func pingPong(count int) {
	done := make(chan struct{})
	go func() {
		for i := 0; i < count/2; i++ {
			runtime.Gosched()
		}
		close(done)
	}()
	for i := 0; i < count/2; i++ {
		runtime.Gosched()
	}
	<-done
}

func handOver(count int) {
	channel := make(chan int)
	done := make(chan struct{})
	go func() {
		for i := 0; i < count; i++ {
			<-channel
		}
		close(done)
	}()
	for i := 0; i < count; i++ {
		channel <- i
	}
	<-done
}

func main() {
	runtime.GOMAXPROCS(1)
	measure("spawn_join", 200_000, spawnJoin)
	measure("sleep0", 400_000, pingPong)
	measure("channel_hand_over", 400_000, handOver)
}
